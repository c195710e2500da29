#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
time_2_dim = time_dim * 2
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "output": {"class": "transposed_conv", "from": "data:data", "filter_size": [5], "strides": [2], "padding": "same", "in_dim": in_dim, "in_spatial_dims": [time_dim], "out_dim": out_dim, "with_bias": True, "activation": None, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "up", "out_shape": {batch_dim, time_2_dim, out_dim}},
}
