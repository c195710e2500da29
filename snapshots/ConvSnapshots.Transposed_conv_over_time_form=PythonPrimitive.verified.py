#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
kernel_dim = Dim(5, name="kernel", kind=Dim.Types.Spatial)
one_dim = Dim(1, name="one", kind=Dim.Types.Spatial)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
time_2_dim = time_dim * 2
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "up.W_native_transposed_conv": {"class": "variable", "shape": [kernel_dim, one_dim, out_dim, in_dim], "param_name": "W_native_transposed_conv", "name_scope": "up", "init": "glorot_uniform"},
  "up.transposed_conv": {"class": "transposed_conv", "from": "data:data", "filter": "up.W_native_transposed_conv", "filter_size": [5], "strides": [2], "padding": "same", "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_dim": out_dim, "with_bias": False, "activation": None, "out_shape": {batch_dim, time_2_dim, out_dim}},
  "up.bias": {"class": "variable", "shape": [out_dim], "param_name": "bias", "name_scope": "up", "init": 0.0},
  "output": {"class": "combine", "kind": "add", "from": ["up.transposed_conv", "up.bias"], "out_shape": {batch_dim, time_2_dim, out_dim}},
}
