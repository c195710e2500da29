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
  "norm.batch_norm.v2_mean": {"class": "variable", "shape": [in_dim], "param_name": "v2_mean", "name_scope": "norm/batch_norm", "init": 0.0, "trainable": False},
  "norm.batch_norm.v2_mean.read": {"class": "variable_read", "var": "norm.batch_norm.v2_mean", "out_shape": {in_dim}},
  "norm.batch_norm.v2_variance": {"class": "variable", "shape": [in_dim], "param_name": "v2_variance", "name_scope": "norm/batch_norm", "init": 1.0, "trainable": False},
  "norm.batch_norm.v2_variance.read": {"class": "variable_read", "var": "norm.batch_norm.v2_variance", "out_shape": {in_dim}},
  "norm.cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "reduce", "from": "base:data:data", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": False, "out_shape": {in_dim}},
      "square": {"class": "eval", "from": ["base:data:data", "output"], "eval": "tf.square(source(0) - source(1))", "out_shape": {batch_dim, time_dim, in_dim}},
      "result_2": {"class": "reduce", "from": "square", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": False, "out_shape": {in_dim}, "is_output_layer": True},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:norm.batch_norm.v2_mean.read", "out_shape": {in_dim}},
      "result_2": {"class": "copy", "from": "base:norm.batch_norm.v2_variance.read", "out_shape": {in_dim}, "is_output_layer": True},
    }},
    "out_shape": {in_dim},
  },
  "norm.cond_2": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "mul": {"class": "eval", "from": ["base:norm.cond", "base:norm.batch_norm.v2_mean.read"], "eval": "(source(0) - source(1)) * 0.1", "out_shape": {in_dim}},
      "assign_add": {"class": "variable_assign", "var": "base:norm.batch_norm.v2_mean", "value": "mul", "op": "add", "control_dependencies": ["base:norm.batch_norm.v2_mean.read"]},
      "mul_2": {"class": "eval", "from": ["base:norm.cond/result_2", "base:norm.batch_norm.v2_variance.read"], "eval": "(source(0) - source(1)) * 0.1", "out_shape": {in_dim}},
      "assign_add_2": {"class": "variable_assign", "var": "base:norm.batch_norm.v2_variance", "value": "mul_2", "op": "add", "control_dependencies": ["base:norm.batch_norm.v2_variance.read"]},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add", "assign_add_2"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "norm.sub": {"class": "combine", "kind": "sub", "from": ["data:data", "norm.cond"], "out_shape": {batch_dim, time_dim, in_dim}},
  "norm.batch_norm.v2_gamma": {"class": "variable", "shape": [in_dim], "param_name": "v2_gamma", "name_scope": "norm/batch_norm", "init": 1.0},
  "norm.batch_norm.v2_beta": {"class": "variable", "shape": [in_dim], "param_name": "v2_beta", "name_scope": "norm/batch_norm", "init": 0.0},
  "norm.add": {"class": "eval", "from": ["norm.sub", "norm.cond/result_2", "norm.batch_norm.v2_gamma", "norm.batch_norm.v2_beta"], "eval": "source(0) * tf.math.rsqrt(source(1) + 0.001) * source(2) + source(3)", "out_shape": {batch_dim, time_dim, in_dim}},
  "relu": {"class": "activation", "from": "norm.add", "activation": "relu", "out_shape": {batch_dim, time_dim, in_dim}},
  "norm.cond_3": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "reduce", "from": "base:relu", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": False, "out_shape": {in_dim}},
      "square": {"class": "eval", "from": ["base:relu", "output"], "eval": "tf.square(source(0) - source(1))", "out_shape": {batch_dim, time_dim, in_dim}},
      "result_2": {"class": "reduce", "from": "square", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": False, "out_shape": {in_dim}, "is_output_layer": True},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:norm.batch_norm.v2_mean.read", "out_shape": {in_dim}},
      "result_2": {"class": "copy", "from": "base:norm.batch_norm.v2_variance.read", "out_shape": {in_dim}, "is_output_layer": True},
    }},
    "out_shape": {in_dim},
  },
  "norm.cond_4": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "mul": {"class": "eval", "from": ["base:norm.cond_3", "base:norm.batch_norm.v2_mean.read"], "eval": "(source(0) - source(1)) * 0.1", "out_shape": {in_dim}},
      "assign_add": {"class": "variable_assign", "var": "base:norm.batch_norm.v2_mean", "value": "mul", "op": "add", "control_dependencies": ["base:norm.cond_2", "base:norm.batch_norm.v2_mean.read"]},
      "mul_2": {"class": "eval", "from": ["base:norm.cond_3/result_2", "base:norm.batch_norm.v2_variance.read"], "eval": "(source(0) - source(1)) * 0.1", "out_shape": {in_dim}},
      "assign_add_2": {"class": "variable_assign", "var": "base:norm.batch_norm.v2_variance", "value": "mul_2", "op": "add", "control_dependencies": ["base:norm.cond_2", "base:norm.batch_norm.v2_variance.read"]},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add", "assign_add_2"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "norm.sub_2": {"class": "combine", "kind": "sub", "from": ["relu", "norm.cond_3"], "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "eval", "from": ["norm.sub_2", "norm.cond_3/result_2", "norm.batch_norm.v2_gamma", "norm.batch_norm.v2_beta"], "eval": "source(0) * tf.math.rsqrt(source(1) + 0.001) * source(2) + source(3)", "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "norm.cond_2.run": {"class": "eval", "from": "norm.cond_2", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
  "norm.cond_4.run": {"class": "eval", "from": "norm.cond_4", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
