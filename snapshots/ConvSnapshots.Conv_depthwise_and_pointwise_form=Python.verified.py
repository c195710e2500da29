#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "depthwise": {"class": "conv", "from": "data:data", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 3, "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_dim": in_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "depthwise", "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "conv", "from": "depthwise", "filter_size": [1], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_dim": in_dim, "with_bias": True, "activation": None, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "pointwise", "out_shape": {batch_dim, time_dim, in_dim}},
}
