#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
keys_dim = Dim(None, name="keys", kind=Dim.Types.Spatial)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "reinterpret_data": {"class": "reinterpret_data", "from": "data:data", "set_dim_tags": {time_dim: keys_dim}, "out_shape": {batch_dim, keys_dim, in_dim}},
  "places": {"class": "range_in_axis", "from": "reinterpret_data", "axis": keys_dim, "dtype": "int32", "out_shape": {keys_dim, ImplicitDynSizeDim(batch_dim)}, "is_output_layer": True},
  "dot": {"class": "dot", "from": ["data:data", "reinterpret_data"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, keys_dim}},
  "output": {"class": "softmax_over_spatial", "from": "dot", "axis": keys_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim, keys_dim}},
}
