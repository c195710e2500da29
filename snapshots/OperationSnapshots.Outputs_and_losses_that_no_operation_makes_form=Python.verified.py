#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "train_flag": {"class": "train_flag"},
  "weight": {"class": "variable", "shape": [], "param_name": "weight", "name_scope": "", "init": 0.5},
  "cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:data:data", "out_shape": {batch_dim, time_dim, in_dim}},
      "result_2": {"class": "copy", "from": "base:weight", "out_shape": set(), "is_output_layer": True},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "eval", "from": "base:data:data", "eval": "-source(0)", "out_shape": {batch_dim, time_dim, in_dim}},
      "result_2": {"class": "constant", "value": 1.0, "dtype": "float32", "is_output_layer": True},
    }},
    "out_shape": {batch_dim, time_dim, in_dim},
  },
  "input": {"class": "copy", "from": "data:data", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "parameter": {"class": "copy", "from": "weight", "out_shape": set(), "is_output_layer": True},
  "constant_2": {"class": "constant", "value": 0.5, "shape": [in_dim], "dtype": "float32"},
  "constant": {"class": "copy", "from": "constant_2", "out_shape": {in_dim}, "is_output_layer": True},
  "training": {"class": "copy", "from": "train_flag", "out_shape": set(), "is_output_layer": True},
  "output": {"class": "copy", "from": "cond", "out_shape": {batch_dim, time_dim, in_dim}},
  "of_cond": {"class": "copy", "from": "cond/result_2", "out_shape": set(), "loss": "as_is"},
  "of_parameter": {"class": "copy", "from": "weight", "out_shape": set(), "loss": "as_is"},
  "constant_3": {"class": "constant", "value": 1.5, "dtype": "float32"},
  "of_constant": {"class": "copy", "from": "constant_3", "out_shape": set(), "loss": "as_is"},
}
