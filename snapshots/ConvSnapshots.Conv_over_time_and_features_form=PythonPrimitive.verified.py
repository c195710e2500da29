#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
one_dim = Dim(1, name="one", kind=Dim.Types.Feature)
kernel_dim = Dim(5, name="kernel", kind=Dim.Types.Spatial)
kernel_2_dim = Dim(2, name="kernel_2", kind=Dim.Types.Spatial)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
_2_time_dim = (-2) + time_dim
_2_time_2_dim = _2_time_dim - 2
in_1_dim = in_dim - 1
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "expand_dims": {"class": "expand_dims", "from": "data:data", "axis": "f", "dim": one_dim, "out_shape": {batch_dim, time_dim, in_dim, one_dim}},
  "conv.W": {"class": "variable", "shape": [kernel_dim, kernel_2_dim, one_dim, out_dim], "param_name": "W", "name_scope": "conv", "init": "glorot_uniform"},
  "conv.conv": {"class": "conv", "from": "expand_dims", "filter": "conv.W", "filter_size": [5, 2], "padding": "valid", "strides": [1, 1], "dilation_rate": [1, 1], "groups": 1, "in_dim": one_dim, "in_spatial_dims": [time_dim, in_dim], "out_dim": out_dim, "with_bias": False, "activation": None, "out_shape": {batch_dim, _2_time_2_dim, in_1_dim, out_dim}},
  "conv.bias": {"class": "variable", "shape": [out_dim], "param_name": "bias", "name_scope": "conv", "init": 0.0},
  "output": {"class": "combine", "kind": "add", "from": ["conv.conv", "conv.bias"], "out_shape": {batch_dim, _2_time_2_dim, in_1_dim, out_dim}},
}
