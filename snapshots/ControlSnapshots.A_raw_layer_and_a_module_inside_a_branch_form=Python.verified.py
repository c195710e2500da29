#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "train_flag": {"class": "train_flag"},
  "encoder.ff.W": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "W", "name_scope": "encoder/ff", "init": "glorot_uniform"},
  "encoder.ff.b": {"class": "variable", "shape": [out_dim], "param_name": "b", "name_scope": "encoder/ff", "init": 0.0},
  "cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "encoder.ff.linear": {"class": "linear", "from": "base:data:data", "in_dim": in_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "reuse_params": {"map": {"W": {"layer_output": "base:encoder.ff.W"}, "b": {"layer_output": "base:encoder.ff.b"}}}, "out_shape": {batch_dim, time_dim, out_dim}},
      "output": {"class": "dropout", "from": "encoder.ff.linear", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "name_scope": "dropout", "out_shape": {batch_dim, time_dim, out_dim}},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "linear", "from": "base:data:data", "in_dim": in_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "reuse_params": {"map": {"W": {"layer_output": "base:encoder.ff.W"}, "b": {"layer_output": "base:encoder.ff.b"}}}, "out_shape": {batch_dim, time_dim, out_dim}},
    }},
    "out_shape": {batch_dim, time_dim, out_dim},
  },
  "output": {"class": "copy", "from": "cond", "out_shape": {batch_dim, time_dim, out_dim}},
}
