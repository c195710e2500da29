#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "mean": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": True, "out_shape": {in_dim}},
  "train_flag": {"class": "train_flag"},
  "mean_2": {"class": "variable", "shape": [in_dim], "param_name": "mean", "name_scope": "", "init": 0.0, "trainable": False},
  "mean_2.read": {"class": "variable_read", "var": "mean_2", "out_shape": {in_dim}},
  "seen": {"class": "variable", "shape": [], "param_name": "seen", "name_scope": "", "init": 0, "dtype": "int32", "trainable": False},
  "cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "max": {"class": "reduce", "from": "base:mean", "mode": "max", "axes": [in_dim], "use_time_mask": False, "out_shape": set()},
      "compare": {"class": "compare", "from": "max", "kind": "greater", "value": 1.0, "out_shape": set()},
      "cond": {"class": "cond", "from": [], "condition": "compare",
        "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
          "assign": {"class": "variable_assign", "var": "base:base:mean_2", "value": "base:base:mean", "op": "assign", "control_dependencies": ["base:base:mean_2.read"]},
          "zero": {"class": "constant", "value": 0, "dtype": "int32"},
          "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign"]},
        }},
        "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
          "mul": {"class": "eval", "from": ["base:base:mean", "base:base:mean_2.read"], "eval": "(source(0) - source(1)) * 0.1", "out_shape": {in_dim}},
          "assign_add": {"class": "variable_assign", "var": "base:base:mean_2", "value": "mul", "op": "add", "control_dependencies": ["base:base:mean_2.read"]},
          "constant": {"class": "constant", "value": 1, "dtype": "int32"},
          "assign_add_2": {"class": "variable_assign", "var": "base:base:seen", "value": "constant", "op": "add"},
          "zero": {"class": "constant", "value": 0, "dtype": "int32"},
          "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add", "assign_add_2"]},
        }},
      },
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["cond"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "output": {"class": "combine", "kind": "sub", "from": ["data:data", "mean"], "out_shape": {batch_dim, time_dim, in_dim}},
  "cond.run": {"class": "eval", "from": "cond", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
