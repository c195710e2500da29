#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
seven_dim = Dim(7, name="seven", kind=Dim.Types.Spatial)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "range_in_axis": {"class": "range_in_axis", "from": "data:data", "axis": time_dim, "dtype": "int32", "out_shape": {time_dim, ImplicitDynSizeDim(batch_dim)}},
  "length": {"class": "length", "from": "data:data", "axis": time_dim, "dtype": "int32", "out_shape": {batch_dim}},
  "mask": {"class": "compare", "from": ["range_in_axis", "length"], "kind": "less", "out_shape": {time_dim, batch_dim}, "is_output_layer": True},
  "masked": {"class": "seq_len_mask", "from": "data:data", "axis": time_dim, "mask_value": 0.0, "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "range": {"class": "range", "from": [], "limit": 7, "dtype": "float32", "out_spatial_dim": seven_dim, "out_shape": {seven_dim}, "is_output_layer": True},
}
