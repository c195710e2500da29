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
      "result_2": {"class": "reduce", "from": "base:data:data", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": True, "out_shape": {in_dim}, "is_output_layer": True},
      "assign": {"class": "variable_assign", "var": "base:mean", "value": "result_2", "op": "assign", "control_dependencies": ["base:mean.read"]},
      "output": {"class": "combine", "kind": "sub", "from": ["base:data:data", "result_2"], "out_shape": {batch_dim, time_dim, in_dim}},
      "result_3": {"class": "eval", "from": "result_2", "eval": "tf.square(source(0))", "out_shape": {in_dim}, "is_output_layer": True},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "updates": {"class": "identity", "from": "zero", "control_dependencies": ["assign"], "is_output_layer": True},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:data:data", "out_shape": {batch_dim, time_dim, in_dim}},
      "result_2": {"class": "copy", "from": "base:mean.read", "out_shape": {in_dim}, "is_output_layer": True},
      "result_3": {"class": "constant", "value": 0.0, "shape": [in_dim], "dtype": "float32", "is_output_layer": True},
      "updates": {"class": "constant", "value": 0, "dtype": "int32", "is_output_layer": True},
    }},
    "out_shape": {batch_dim, time_dim, in_dim},
  },
  "statistics": {"class": "combine", "kind": "add", "from": ["cond/result_2", "cond/result_3"], "out_shape": {in_dim}, "is_output_layer": True},
  "output": {"class": "copy", "from": "cond", "out_shape": {batch_dim, time_dim, in_dim}},
  "cond.updates.run": {"class": "eval", "from": "cond/updates", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
