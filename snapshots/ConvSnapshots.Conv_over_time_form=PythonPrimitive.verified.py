#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
kernel_dim = Dim(5, name="kernel", kind=Dim.Types.Spatial)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
ceil_time_2_dim = time_dim.ceildiv_right(2)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "conv.W": {"class": "variable", "shape": [kernel_dim, in_dim, out_dim], "param_name": "W", "name_scope": "conv", "init": "glorot_uniform"},
  "conv.conv": {"class": "conv", "from": "data:data", "filter": "conv.W", "filter_size": [5], "padding": "same", "strides": [2], "dilation_rate": [1], "groups": 1, "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_dim": out_dim, "with_bias": False, "activation": None, "out_shape": {batch_dim, ceil_time_2_dim, out_dim}},
  "conv.bias": {"class": "variable", "shape": [out_dim], "param_name": "bias", "name_scope": "conv", "init": 0.0},
  "conv.add": {"class": "combine", "kind": "add", "from": ["conv.conv", "conv.bias"], "out_shape": {batch_dim, ceil_time_2_dim, out_dim}},
  "output": {"class": "activation", "from": "conv.add", "activation": "relu", "out_shape": {batch_dim, ceil_time_2_dim, out_dim}},
}
