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
time_1_dim = time_dim - 1
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "filter": {"class": "variable", "shape": [kernel_dim, in_dim, out_dim], "param_name": "filter", "name_scope": "", "init": "glorot_uniform"},
  "output": {"class": "conv", "from": "data:data", "filter_size": [5], "padding": "same", "strides": [2], "dilation_rate": [1], "groups": 1, "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_dim": out_dim, "with_bias": False, "activation": None, "reuse_params": {"map": {"W": {"layer_output": "filter"}}}, "out_shape": {batch_dim, ceil_time_2_dim, out_dim}},
  "pooled": {"class": "pool", "from": "data:data", "mode": "avg", "pool_size": [2], "padding": "valid", "strides": [1], "dilation_rate": [1], "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_shape": {batch_dim, time_1_dim, in_dim}, "is_output_layer": True},
}
