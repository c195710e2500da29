#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
filters_dim = Dim(8, name="filters", kind=Dim.Types.Feature)
_1_time_dim = (-1) + time_dim
_1_time_1_dim = _1_time_dim - 1
ceil_1_time_1_2_dim = _1_time_1_dim.ceildiv_right(2)
ceil_1_time_1_6_dim = _1_time_1_dim.ceildiv_right(6)
keys_dim = Dim(6, name="keys", kind=Dim.Types.Feature)
filters_keys_dim = filters_dim + keys_dim
window_dim = Dim(5, name="window", kind=Dim.Types.Spatial)
window_filters_keys_dim = window_dim * filters_keys_dim
_2_ceil_1_time_1_6_dim = 2 + ceil_1_time_1_6_dim
_2_window_filters_keys_dim = 2 * window_filters_keys_dim
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "conv": {"class": "conv", "from": "data:data", "filter_size": [3], "padding": "valid", "in_spatial_dims": [time_dim], "out_dim": filters_dim, "strides": 2, "name_scope": "conv", "out_shape": {batch_dim, ceil_1_time_1_2_dim, filters_dim}},
  "pool": {"class": "pool", "from": "conv", "mode": "max", "pool_size": [3], "in_spatial_dims": [ceil_1_time_1_2_dim], "padding": "same", "out_shape": {batch_dim, ceil_1_time_1_6_dim, filters_dim}},
  "self_attention": {"class": "self_attention", "from": "pool", "num_heads": 2, "total_key_dim": 6, "out_dim": keys_dim, "name_scope": "self_attention", "out_shape": {batch_dim, ceil_1_time_1_6_dim, keys_dim}},
  "concat": {"class": "concat", "from": [["pool", filters_dim], ["self_attention", keys_dim]], "out_shape": {batch_dim, ceil_1_time_1_6_dim, filters_keys_dim}},
  "layer_norm": {"class": "layer_norm", "from": "concat", "name_scope": "layer_norm", "out_shape": {batch_dim, ceil_1_time_1_6_dim, filters_keys_dim}},
  "window": {"class": "window", "from": "layer_norm", "axis": "t", "window_dim": window_dim, "out_shape": {window_dim, ceil_1_time_1_6_dim, batch_dim, filters_keys_dim}},
  "merge_dims": {"class": "merge_dims", "from": "window", "axes": [window_dim, filters_keys_dim], "out_shape": {ceil_1_time_1_6_dim, batch_dim, window_filters_keys_dim}},
  "pad": {"class": "pad", "from": "merge_dims", "axes": "t", "padding": [[2, 0]], "mode": "constant", "out_shape": {_2_ceil_1_time_1_6_dim, batch_dim, window_filters_keys_dim}},
  "tile": {"class": "tile", "from": "pad", "multiples": {window_filters_keys_dim: 2}, "out_shape": {_2_ceil_1_time_1_6_dim, batch_dim, _2_window_filters_keys_dim}},
  "lengths": {"class": "length", "from": "tile", "axis": "t", "out_shape": {batch_dim}, "is_output_layer": True},
  "classes": {"class": "reduce", "from": "tile", "mode": "argmax", "axis": "f", "out_shape": {_2_ceil_1_time_1_6_dim, batch_dim, ImplicitSparseDim(_2_window_filters_keys_dim)}, "is_output_layer": True},
  "linear": {"class": "linear", "from": "classes", "out_dim": out_dim, "name_scope": "linear", "out_shape": {_2_ceil_1_time_1_6_dim, batch_dim, out_dim}},
  "output": {"class": "reduce", "from": "linear", "mode": "sum", "axes": "t", "out_shape": {batch_dim, out_dim}},
}
