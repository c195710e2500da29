#!rnn.py
# Written by NetDsl from the model handwritten_batch_norm: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "standardize.mean": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": False, "out_shape": {in_dim}},
  "standardize.squared_difference": {"class": "combine", "kind": "squared_difference", "from": ["standardize.mean", "data:data"], "out_shape": {batch_dim, time_dim, in_dim}},
  "standardize.mean_2": {"class": "reduce", "from": "standardize.squared_difference", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": False, "out_shape": {in_dim}},
  "train_flag": {"class": "train_flag"},
  "standardize.spread": {"class": "variable", "shape": [in_dim], "param_name": "spread", "name_scope": "standardize", "init": 1.0, "trainable": False},
  "standardize.spread.read": {"class": "variable_read", "var": "standardize.spread", "out_shape": {in_dim}},
  "standardize.average": {"class": "variable", "shape": [in_dim], "param_name": "average", "name_scope": "standardize", "init": 0.0, "trainable": False},
  "standardize.average.read": {"class": "variable_read", "var": "standardize.average", "out_shape": {in_dim}},
  "standardize.cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "sub": {"class": "combine", "kind": "sub", "from": ["base:standardize.mean_2", "base:standardize.spread.read"], "out_shape": {in_dim}},
      "mul": {"class": "eval", "from": "sub", "eval": "0.05 * source(0)", "out_shape": {in_dim}},
      "assign_add": {"class": "variable_assign", "var": "base:standardize.spread", "value": "mul", "op": "add", "control_dependencies": ["base:standardize.spread.read"]},
      "sub_2": {"class": "combine", "kind": "sub", "from": ["base:standardize.mean", "base:standardize.average.read"], "out_shape": {in_dim}},
      "mul_2": {"class": "eval", "from": "sub_2", "eval": "0.05 * source(0)", "out_shape": {in_dim}},
      "assign_add_2": {"class": "variable_assign", "var": "base:standardize.average", "value": "mul_2", "op": "add", "control_dependencies": ["base:standardize.average.read"]},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add", "assign_add_2"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "standardize.cond_2": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:standardize.mean", "out_shape": {in_dim}},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:standardize.average.read", "out_shape": {in_dim}},
    }},
    "out_shape": {in_dim},
  },
  "standardize.not": {"class": "eval", "from": "train_flag", "eval": "tf.logical_not(source(0))", "out_shape": set()},
  "standardize.cond_3": {"class": "cond", "from": [], "condition": "standardize.not",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:standardize.spread.read", "out_shape": {in_dim}},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:standardize.mean_2", "out_shape": {in_dim}},
    }},
    "out_shape": {in_dim},
  },
  "standardize.sub": {"class": "combine", "kind": "sub", "from": ["data:data", "standardize.cond_2"], "out_shape": {batch_dim, time_dim, in_dim}},
  "standardize.scale": {"class": "variable", "shape": [in_dim], "param_name": "scale", "name_scope": "standardize", "init": 1.0},
  "standardize.mul": {"class": "combine", "kind": "mul", "from": ["standardize.scale", "standardize.sub"], "out_shape": {batch_dim, time_dim, in_dim}},
  "standardize.add": {"class": "eval", "from": "standardize.cond_3", "eval": "0.0001 + source(0)", "out_shape": {in_dim}},
  "standardize.sqrt": {"class": "eval", "from": "standardize.add", "eval": "tf.sqrt(source(0))", "out_shape": {in_dim}},
  "output": {"class": "combine", "kind": "truediv", "from": ["standardize.mul", "standardize.sqrt"], "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "standardize.cond.run": {"class": "eval", "from": "standardize.cond", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
