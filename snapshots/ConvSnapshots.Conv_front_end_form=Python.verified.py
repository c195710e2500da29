#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
channel_dim = Dim(1, name="channel", kind=Dim.Types.Feature)
conv1_dim = Dim(32, name="conv1", kind=Dim.Types.Feature)
ceil_in_2_dim = in_dim.ceildiv_right(2)
conv2_dim = Dim(64, name="conv2", kind=Dim.Types.Feature)
ceil_time_3_dim = time_dim.ceildiv_right(3)
ceil_in_2_conv2_dim = ceil_in_2_dim * conv2_dim
model_dim = Dim(8, name="model", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "front.expand_dims": {"class": "expand_dims", "from": "data:data", "axis": "f", "dim": channel_dim, "out_shape": {batch_dim, time_dim, in_dim, channel_dim}},
  "front.convs.0": {"class": "conv", "from": "front.expand_dims", "filter_size": [3, 3], "padding": "same", "strides": [1, 1], "dilation_rate": [1, 1], "groups": 1, "in_dim": channel_dim, "in_spatial_dims": [time_dim, in_dim], "out_dim": conv1_dim, "with_bias": True, "activation": "relu", "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "front/convs/0", "out_shape": {batch_dim, time_dim, in_dim, conv1_dim}},
  "front.pool": {"class": "pool", "from": "front.convs.0", "mode": "max", "pool_size": [1, 2], "padding": "same", "strides": [1, 2], "dilation_rate": [1, 1], "in_dim": conv1_dim, "in_spatial_dims": [time_dim, in_dim], "out_shape": {batch_dim, time_dim, ceil_in_2_dim, conv1_dim}},
  "front.convs.1": {"class": "conv", "from": "front.pool", "filter_size": [3, 3], "padding": "same", "strides": [3, 1], "dilation_rate": [1, 1], "groups": 1, "in_dim": conv1_dim, "in_spatial_dims": [time_dim, ceil_in_2_dim], "out_dim": conv2_dim, "with_bias": True, "activation": "relu", "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "front/convs/1", "out_shape": {batch_dim, ceil_time_3_dim, ceil_in_2_dim, conv2_dim}},
  "front.merge_dims": {"class": "merge_dims", "from": "front.convs.1", "axes": [ceil_in_2_dim, conv2_dim], "keep_order": True, "out_shape": {batch_dim, ceil_time_3_dim, ceil_in_2_conv2_dim}},
  "output": {"class": "linear", "from": "front.merge_dims", "in_dim": ceil_in_2_conv2_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "front/projection", "out_shape": {batch_dim, ceil_time_3_dim, model_dim}},
}
