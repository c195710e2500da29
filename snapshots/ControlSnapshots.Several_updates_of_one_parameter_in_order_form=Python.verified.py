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
  "mean_2": {"class": "variable", "shape": [in_dim], "param_name": "mean", "name_scope": "", "init": 0.0, "trainable": False},
  "assign": {"class": "variable_assign", "var": "mean_2", "value": "mean", "op": "assign"},
  "ones": {"class": "constant", "value": 1.0, "shape": [in_dim], "dtype": "float32"},
  "assign_add": {"class": "variable_assign", "var": "mean_2", "value": "ones", "op": "add", "control_dependencies": ["assign"]},
  "train_flag": {"class": "train_flag"},
  "cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "max": {"class": "reduce", "from": "base:data:data", "mode": "max", "axes": [batch_dim, time_dim], "use_time_mask": True, "out_shape": {in_dim}},
      "assign_add": {"class": "variable_assign", "var": "base:mean_2", "value": "max", "op": "add", "control_dependencies": ["base:assign_add"]},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "constant": {"class": "constant", "value": 2.0, "shape": [in_dim], "dtype": "float32"},
  "assign_add_2": {"class": "variable_assign", "var": "mean_2", "value": "constant", "op": "add", "control_dependencies": ["assign_add", "cond"]},
  "output": {"class": "copy", "from": "data:data", "out_shape": {batch_dim, time_dim, in_dim}},
  "assign.run": {"class": "eval", "from": "assign", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
  "assign_add.run": {"class": "eval", "from": "assign_add", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
  "cond.run": {"class": "eval", "from": "cond", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
  "assign_add_2.run": {"class": "eval", "from": "assign_add_2", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
