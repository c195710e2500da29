#!rnn.py
# Written by NetDsl from the model growing: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
hidden_dim = Dim(4, name="hidden", kind=Dim.Types.Feature)
out_dim = Dim(5, name="out", kind=Dim.Types.Feature)
hidden_2_dim = Dim(4, name="hidden_2", kind=Dim.Types.Feature)
hidden_3_dim = Dim(8, name="hidden_3", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network_1 = {
  "layer0": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": hidden_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "layer0", "out_shape": {batch_dim, time_dim, hidden_dim}},
  "classify": {"class": "linear", "from": "layer0", "in_dim": hidden_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "classify", "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "copy", "from": "classify", "out_shape": {batch_dim, time_dim, out_dim}},
}
network_3 = {
  "layer0": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": hidden_2_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "layer0", "out_shape": {batch_dim, time_dim, hidden_2_dim}},
  "layer1": {"class": "linear", "from": "layer0", "in_dim": hidden_2_dim, "out_dim": hidden_2_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "layer1", "out_shape": {batch_dim, time_dim, hidden_2_dim}},
  "classify": {"class": "linear", "from": "layer1", "in_dim": hidden_2_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "classify", "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "copy", "from": "classify", "out_shape": {batch_dim, time_dim, out_dim}},
}
network = {
  "layer0": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": hidden_3_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "layer0", "out_shape": {batch_dim, time_dim, hidden_3_dim}},
  "layer1": {"class": "linear", "from": "layer0", "in_dim": hidden_3_dim, "out_dim": hidden_3_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "layer1", "out_shape": {batch_dim, time_dim, hidden_3_dim}},
  "classify": {"class": "linear", "from": "layer1", "in_dim": hidden_3_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "classify", "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "copy", "from": "classify", "out_shape": {batch_dim, time_dim, out_dim}},
  "#copy_param_mode": "subset",
}
get_network = lambda epoch: network_1 if epoch < 3 else network_3 if epoch < 5 else network
