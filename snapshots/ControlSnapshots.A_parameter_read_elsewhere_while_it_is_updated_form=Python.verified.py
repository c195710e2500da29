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
  "mean": {"class": "variable", "shape": [in_dim], "param_name": "mean", "name_scope": "", "init": 0.0, "trainable": False},
  "mean.read": {"class": "variable_read", "var": "mean", "out_shape": {in_dim}},
  "cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "mean": {"class": "reduce", "from": "base:data:data", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": True, "out_shape": {in_dim}},
      "assign": {"class": "variable_assign", "var": "base:mean", "value": "mean", "op": "assign", "control_dependencies": ["base:mean.read"]},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "output": {"class": "combine", "kind": "sub", "from": ["data:data", "mean.read"], "out_shape": {batch_dim, time_dim, in_dim}},
  "cond.run": {"class": "eval", "from": "cond", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
