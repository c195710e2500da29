#!rnn.py
# Written by NetDsl from the model twelve_ax: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {"class": "Task12AXDataset", "num_seqs": 200}
dev = {"class": "Task12AXDataset", "num_seqs": 50, "fixed_random_seed": 1}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(9, name="in", kind=Dim.Types.Feature)
classes_dim = Dim(2, name="classes", kind=Dim.Types.Feature)
hidden_dim = Dim(20, name="hidden", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "classes": {"dim_tags": (batch_dim, time_dim), "dtype": "int32", "sparse_dim": classes_dim},
}
network = {
  "train_flag": {"class": "train_flag"},
  "tagger.norm.batch_norm.v2_mean": {"class": "variable", "shape": [in_dim], "param_name": "v2_mean", "name_scope": "tagger/norm/batch_norm", "init": 0.0, "trainable": False},
  "tagger.norm.batch_norm.v2_variance": {"class": "variable", "shape": [in_dim], "param_name": "v2_variance", "name_scope": "tagger/norm/batch_norm", "init": 1.0, "trainable": False},
  "tagger.norm.cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "reduce", "from": "base:data:data", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": False, "out_shape": {in_dim}},
      "sub": {"class": "combine", "kind": "sub", "from": ["base:data:data", "output"], "out_shape": {batch_dim, time_dim, in_dim}},
      "square": {"class": "eval", "from": "sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
      "result_2": {"class": "reduce", "from": "square", "mode": "mean", "axes": [batch_dim, time_dim], "use_time_mask": False, "out_shape": {in_dim}, "is_output_layer": True},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:tagger.norm.batch_norm.v2_mean", "out_shape": {in_dim}},
      "result_2": {"class": "copy", "from": "base:tagger.norm.batch_norm.v2_variance", "out_shape": {in_dim}, "is_output_layer": True},
    }},
    "out_shape": {in_dim},
  },
  "tagger.norm.cond_2": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "sub": {"class": "combine", "kind": "sub", "from": ["base:tagger.norm.cond", "base:tagger.norm.batch_norm.v2_mean"], "out_shape": {in_dim}},
      "mul": {"class": "eval", "from": "sub", "eval": "source(0) * 0.1", "out_shape": {in_dim}},
      "assign_add": {"class": "variable_assign", "var": "base:tagger.norm.batch_norm.v2_mean", "value": "mul", "op": "add"},
      "sub_2": {"class": "combine", "kind": "sub", "from": ["base:tagger.norm.cond/result_2", "base:tagger.norm.batch_norm.v2_variance"], "out_shape": {in_dim}},
      "mul_2": {"class": "eval", "from": "sub_2", "eval": "source(0) * 0.1", "out_shape": {in_dim}},
      "assign_add_2": {"class": "variable_assign", "var": "base:tagger.norm.batch_norm.v2_variance", "value": "mul_2", "op": "add"},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add", "assign_add_2"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "tagger.norm.sub": {"class": "combine", "kind": "sub", "from": ["data:data", "tagger.norm.cond"], "out_shape": {batch_dim, time_dim, in_dim}},
  "tagger.norm.add": {"class": "eval", "from": "tagger.norm.cond/result_2", "eval": "source(0) + 0.001", "out_shape": {in_dim}},
  "tagger.norm.rsqrt": {"class": "eval", "from": "tagger.norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {in_dim}},
  "tagger.norm.mul": {"class": "combine", "kind": "mul", "from": ["tagger.norm.sub", "tagger.norm.rsqrt"], "out_shape": {batch_dim, time_dim, in_dim}},
  "tagger.norm.batch_norm.v2_gamma": {"class": "variable", "shape": [in_dim], "param_name": "v2_gamma", "name_scope": "tagger/norm/batch_norm", "init": 1.0},
  "tagger.norm.mul_2": {"class": "combine", "kind": "mul", "from": ["tagger.norm.mul", "tagger.norm.batch_norm.v2_gamma"], "out_shape": {batch_dim, time_dim, in_dim}},
  "tagger.norm.batch_norm.v2_beta": {"class": "variable", "shape": [in_dim], "param_name": "v2_beta", "name_scope": "tagger/norm/batch_norm", "init": 0.0},
  "tagger.norm.add_2": {"class": "combine", "kind": "add", "from": ["tagger.norm.mul_2", "tagger.norm.batch_norm.v2_beta"], "out_shape": {batch_dim, time_dim, in_dim}},
  "tagger.hidden": {"class": "rec", "from": "tagger.norm.add_2", "unit": "standardlstm", "out_dim": hidden_dim, "name_scope": "tagger/hidden/rec", "out_shape": {time_dim, batch_dim, hidden_dim}},
  "tagger.output.W": {"class": "variable", "shape": [hidden_dim, classes_dim], "param_name": "W", "name_scope": "tagger/output", "init": "glorot_uniform"},
  "tagger.output.dot": {"class": "dot", "from": ["tagger.hidden", "tagger.output.W"], "reduce": hidden_dim, "out_shape": {time_dim, batch_dim, classes_dim}},
  "tagger.output.b": {"class": "variable", "shape": [classes_dim], "param_name": "b", "name_scope": "tagger/output", "init": 0.0},
  "tagger.output.add": {"class": "combine", "kind": "add", "from": ["tagger.output.dot", "tagger.output.b"], "out_shape": {time_dim, batch_dim, classes_dim}},
  "ce": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "tagger.output.add", "targets": "data:classes", "axis": classes_dim, "out_shape": {time_dim, batch_dim}, "loss": "as_is"},
  "output": {"class": "softmax_over_spatial", "from": "tagger.output.add", "axis": classes_dim, "use_time_mask": False, "out_shape": {time_dim, batch_dim, classes_dim}},
  "tagger.norm.cond_2.run": {"class": "eval", "from": "tagger.norm.cond_2", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
batch_size = 5000
max_seqs = 10
num_epochs = 2
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.01
model = "model/net"
log_verbosity = 3
