#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
slots_dim = Dim(8, name="slots", kind=Dim.Types.Spatial)
kept_dim = Dim(None, name="kept", kind=Dim.Types.Spatial)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "places": {"dim_tags": (batch_dim, time_dim), "dtype": "int32"},
  "mask": {"dim_tags": (batch_dim, time_dim), "dtype": "bool"},
}
network = {
  "output": {"class": "scatter_nd", "from": "data:data", "position": "data:places", "position_axis": time_dim, "out_spatial_dim": slots_dim, "filter_invalid_indices": True, "out_shape": {batch_dim, slots_dim, in_dim}},
  "kept": {"class": "boolean_mask", "from": "data:data", "mask": "data:mask", "dims": [batch_dim, time_dim], "out_dim": kept_dim, "out_shape": {kept_dim, in_dim}, "is_output_layer": True},
}
