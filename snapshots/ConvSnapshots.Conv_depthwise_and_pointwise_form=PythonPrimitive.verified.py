#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
kernel_dim = Dim(5, name="kernel", kind=Dim.Types.Spatial)
in_3_dim = in_dim // 3
kernel_2_dim = Dim(1, name="kernel_2", kind=Dim.Types.Spatial)
in_2_dim = Dim(3, name="in_2", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "depthwise.W": {"class": "variable", "shape": [kernel_dim, in_3_dim, in_dim], "param_name": "W", "name_scope": "depthwise", "init": "glorot_uniform"},
  "depthwise.conv": {"class": "conv", "from": "data:data", "filter": "depthwise.W", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 3, "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_dim": in_dim, "with_bias": False, "activation": None, "out_shape": {batch_dim, time_dim, in_dim}},
  "pointwise.W": {"class": "variable", "shape": [kernel_2_dim, in_dim, in_2_dim], "param_name": "W", "name_scope": "pointwise", "init": "glorot_uniform"},
  "pointwise.conv": {"class": "conv", "from": "depthwise.conv", "filter": "pointwise.W", "filter_size": [1], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_dim": in_2_dim, "with_bias": False, "activation": None, "out_shape": {batch_dim, time_dim, in_2_dim}},
  "pointwise.reinterpret_data": {"class": "reinterpret_data", "from": "pointwise.conv", "set_dim_tags": {in_2_dim: in_dim}, "out_shape": {batch_dim, time_dim, in_dim}},
  "pointwise.bias": {"class": "variable", "shape": [in_dim], "param_name": "bias", "name_scope": "pointwise", "init": 0.0},
  "output": {"class": "combine", "kind": "add", "from": ["pointwise.reinterpret_data", "pointwise.bias"], "out_shape": {batch_dim, time_dim, in_dim}},
}
