#!rnn.py
# Written by NetDsl from the model batch_norm_masked: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "train_flag": {"class": "train_flag"},
  "norm.batch_norm.v2_mean": {"class": "variable", "shape": [in_dim], "param_name": "v2_mean", "name_scope": "norm/batch_norm", "init": 0.0, "trainable": False},
  "norm.batch_norm.v2_variance": {"class": "variable", "shape": [in_dim], "param_name": "v2_variance", "name_scope": "norm/batch_norm", "init": 1.0, "trainable": False},
  "norm.cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "reduce", "from": "base:data:data", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": True, "out_shape": {in_dim}},
      "sub": {"class": "combine", "kind": "sub", "from": ["base:data:data", "output"], "out_shape": {batch_dim, time_dim, in_dim}},
      "square": {"class": "eval", "from": "sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
      "result_2": {"class": "reduce", "from": "square", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": True, "out_shape": {in_dim}, "is_output_layer": True},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:norm.batch_norm.v2_mean", "out_shape": {in_dim}},
      "result_2": {"class": "copy", "from": "base:norm.batch_norm.v2_variance", "out_shape": {in_dim}, "is_output_layer": True},
    }},
    "out_shape": {in_dim},
  },
  "norm.cond_2": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "sub": {"class": "combine", "kind": "sub", "from": ["base:norm.cond", "base:norm.batch_norm.v2_mean"], "out_shape": {in_dim}},
      "mul": {"class": "eval", "from": "sub", "eval": "source(0) * 0.1", "out_shape": {in_dim}},
      "assign_add": {"class": "variable_assign", "var": "base:norm.batch_norm.v2_mean", "value": "mul", "op": "add"},
      "sub_2": {"class": "combine", "kind": "sub", "from": ["base:norm.cond/result_2", "base:norm.batch_norm.v2_variance"], "out_shape": {in_dim}},
      "mul_2": {"class": "eval", "from": "sub_2", "eval": "source(0) * 0.1", "out_shape": {in_dim}},
      "assign_add_2": {"class": "variable_assign", "var": "base:norm.batch_norm.v2_variance", "value": "mul_2", "op": "add"},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add", "assign_add_2"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "norm.sub": {"class": "combine", "kind": "sub", "from": ["data:data", "norm.cond"], "out_shape": {batch_dim, time_dim, in_dim}},
  "norm.add": {"class": "eval", "from": "norm.cond/result_2", "eval": "source(0) + 0.001", "out_shape": {in_dim}},
  "norm.rsqrt": {"class": "eval", "from": "norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {in_dim}},
  "norm.mul": {"class": "combine", "kind": "mul", "from": ["norm.sub", "norm.rsqrt"], "out_shape": {batch_dim, time_dim, in_dim}},
  "norm.batch_norm.v2_gamma": {"class": "variable", "shape": [in_dim], "param_name": "v2_gamma", "name_scope": "norm/batch_norm", "init": 1.0},
  "norm.mul_2": {"class": "combine", "kind": "mul", "from": ["norm.mul", "norm.batch_norm.v2_gamma"], "out_shape": {batch_dim, time_dim, in_dim}},
  "norm.batch_norm.v2_beta": {"class": "variable", "shape": [in_dim], "param_name": "v2_beta", "name_scope": "norm/batch_norm", "init": 0.0},
  "output": {"class": "combine", "kind": "add", "from": ["norm.mul_2", "norm.batch_norm.v2_beta"], "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "norm.cond_2.run": {"class": "eval", "from": "norm.cond_2", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
