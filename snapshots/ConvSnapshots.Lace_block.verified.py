#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
one_dim = Dim(1, name="one", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
ceil_time_2_dim = time_dim.ceildiv_right(2)
ceil_in_2_dim = in_dim.ceildiv_right(2)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "expand_dims": {"class": "expand_dims", "from": "data:data", "axis": "f", "dim": one_dim, "out_shape": {batch_dim, time_dim, in_dim, one_dim}},
  "block.convs.0": {"class": "conv", "from": "expand_dims", "filter_size": [3, 3], "padding": "same", "strides": [2, 2], "dilation_rate": [1, 1], "groups": 1, "in_dim": one_dim, "in_spatial_dims": [time_dim, in_dim], "out_dim": out_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "block/convs/0", "out_shape": {batch_dim, ceil_time_2_dim, ceil_in_2_dim, out_dim}},
  "block.norms.0": {"class": "batch_norm", "from": "block.convs.0", "in_dim": out_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "block/norms/0", "out_shape": {batch_dim, ceil_time_2_dim, ceil_in_2_dim, out_dim}},
  "block.relu": {"class": "activation", "from": "block.norms.0", "activation": "relu", "out_shape": {batch_dim, ceil_time_2_dim, ceil_in_2_dim, out_dim}},
  "block.convs.1": {"class": "conv", "from": "block.relu", "filter_size": [3, 3], "padding": "same", "strides": [1, 1], "dilation_rate": [1, 1], "groups": 1, "in_dim": out_dim, "in_spatial_dims": [ceil_time_2_dim, ceil_in_2_dim], "out_dim": out_dim, "with_bias": False, "activation": None, "forward_weights_init": "glorot_uniform", "name_scope": "block/convs/1", "out_shape": {batch_dim, ceil_time_2_dim, ceil_in_2_dim, out_dim}},
  "block.norms.1": {"class": "batch_norm", "from": "block.convs.1", "in_dim": out_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "block/norms/1", "out_shape": {batch_dim, ceil_time_2_dim, ceil_in_2_dim, out_dim}},
  "block.attention": {"class": "variable", "shape": [ceil_in_2_dim, out_dim], "param_name": "attention", "name_scope": "block", "init": 1.0},
  "output": {"class": "eval", "from": ["block.norms.1", "block.relu", "block.attention"], "eval": "tf.nn.relu(source(0) + source(1)) * source(2)", "out_shape": {batch_dim, ceil_time_2_dim, ceil_in_2_dim, out_dim}},
}
