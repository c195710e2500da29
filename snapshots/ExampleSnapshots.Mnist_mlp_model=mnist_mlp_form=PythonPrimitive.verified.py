#!rnn.py
# Written by NetDsl from the model mnist_mlp: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {"class": "HDFDataset", "files": ["mnist.train.hdf"], "seq_ordering": "random"}
dev = {"class": "HDFDataset", "files": ["mnist.test.hdf"]}
pixels_dim = Dim(784, name="pixels", kind=Dim.Types.Feature)
digits_dim = Dim(10, name="digits", kind=Dim.Types.Feature)
hidden1_dim = Dim(512, name="hidden1", kind=Dim.Types.Feature)
hidden2_dim = Dim(512, name="hidden2", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, pixels_dim), "dtype": "float32", "available_for_inference": True},
  "classes": {"dim_tags": (batch_dim,), "dtype": "int32", "sparse_dim": digits_dim},
}
network = {
  "mlp.first.W": {"class": "variable", "shape": [pixels_dim, hidden1_dim], "param_name": "W", "name_scope": "mlp/first", "init": "glorot_uniform"},
  "mlp.first.dot": {"class": "dot", "from": ["data:data", "mlp.first.W"], "reduce": pixels_dim, "out_shape": {batch_dim, hidden1_dim}},
  "mlp.first.b": {"class": "variable", "shape": [hidden1_dim], "param_name": "b", "name_scope": "mlp/first", "init": 0.0},
  "mlp.first.add": {"class": "combine", "kind": "add", "from": ["mlp.first.dot", "mlp.first.b"], "out_shape": {batch_dim, hidden1_dim}},
  "relu": {"class": "activation", "from": "mlp.first.add", "activation": "relu", "out_shape": {batch_dim, hidden1_dim}},
  "train_flag": {"class": "train_flag"},
  "mlp.first_norm.batch_norm.v2_mean": {"class": "variable", "shape": [hidden1_dim], "param_name": "v2_mean", "name_scope": "mlp/first_norm/batch_norm", "init": 0.0, "trainable": False},
  "mlp.first_norm.batch_norm.v2_variance": {"class": "variable", "shape": [hidden1_dim], "param_name": "v2_variance", "name_scope": "mlp/first_norm/batch_norm", "init": 1.0, "trainable": False},
  "mlp.first_norm.cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "reduce", "from": "base:relu", "mode": "mean", "axes": [batch_dim], "use_time_mask": False, "out_shape": {hidden1_dim}},
      "sub": {"class": "combine", "kind": "sub", "from": ["base:relu", "output"], "out_shape": {batch_dim, hidden1_dim}},
      "square": {"class": "eval", "from": "sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, hidden1_dim}},
      "result_2": {"class": "reduce", "from": "square", "mode": "mean", "axes": [batch_dim], "use_time_mask": False, "out_shape": {hidden1_dim}, "is_output_layer": True},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:mlp.first_norm.batch_norm.v2_mean", "out_shape": {hidden1_dim}},
      "result_2": {"class": "copy", "from": "base:mlp.first_norm.batch_norm.v2_variance", "out_shape": {hidden1_dim}, "is_output_layer": True},
    }},
    "out_shape": {hidden1_dim},
  },
  "mlp.first_norm.cond_2": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "sub": {"class": "combine", "kind": "sub", "from": ["base:mlp.first_norm.cond", "base:mlp.first_norm.batch_norm.v2_mean"], "out_shape": {hidden1_dim}},
      "mul": {"class": "eval", "from": "sub", "eval": "source(0) * 0.1", "out_shape": {hidden1_dim}},
      "assign_add": {"class": "variable_assign", "var": "base:mlp.first_norm.batch_norm.v2_mean", "value": "mul", "op": "add"},
      "sub_2": {"class": "combine", "kind": "sub", "from": ["base:mlp.first_norm.cond/result_2", "base:mlp.first_norm.batch_norm.v2_variance"], "out_shape": {hidden1_dim}},
      "mul_2": {"class": "eval", "from": "sub_2", "eval": "source(0) * 0.1", "out_shape": {hidden1_dim}},
      "assign_add_2": {"class": "variable_assign", "var": "base:mlp.first_norm.batch_norm.v2_variance", "value": "mul_2", "op": "add"},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add", "assign_add_2"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "mlp.first_norm.sub": {"class": "combine", "kind": "sub", "from": ["relu", "mlp.first_norm.cond"], "out_shape": {batch_dim, hidden1_dim}},
  "mlp.first_norm.add": {"class": "eval", "from": "mlp.first_norm.cond/result_2", "eval": "source(0) + 0.001", "out_shape": {hidden1_dim}},
  "mlp.first_norm.rsqrt": {"class": "eval", "from": "mlp.first_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {hidden1_dim}},
  "mlp.first_norm.mul": {"class": "combine", "kind": "mul", "from": ["mlp.first_norm.sub", "mlp.first_norm.rsqrt"], "out_shape": {batch_dim, hidden1_dim}},
  "mlp.first_norm.batch_norm.v2_gamma": {"class": "variable", "shape": [hidden1_dim], "param_name": "v2_gamma", "name_scope": "mlp/first_norm/batch_norm", "init": 1.0},
  "mlp.first_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["mlp.first_norm.mul", "mlp.first_norm.batch_norm.v2_gamma"], "out_shape": {batch_dim, hidden1_dim}},
  "mlp.first_norm.batch_norm.v2_beta": {"class": "variable", "shape": [hidden1_dim], "param_name": "v2_beta", "name_scope": "mlp/first_norm/batch_norm", "init": 0.0},
  "mlp.first_norm.add_2": {"class": "combine", "kind": "add", "from": ["mlp.first_norm.mul_2", "mlp.first_norm.batch_norm.v2_beta"], "out_shape": {batch_dim, hidden1_dim}},
  "mlp.second.W": {"class": "variable", "shape": [hidden1_dim, hidden2_dim], "param_name": "W", "name_scope": "mlp/second", "init": "glorot_uniform"},
  "mlp.second.dot": {"class": "dot", "from": ["mlp.first_norm.add_2", "mlp.second.W"], "reduce": hidden1_dim, "out_shape": {batch_dim, hidden2_dim}},
  "mlp.second.b": {"class": "variable", "shape": [hidden2_dim], "param_name": "b", "name_scope": "mlp/second", "init": 0.0},
  "mlp.second.add": {"class": "combine", "kind": "add", "from": ["mlp.second.dot", "mlp.second.b"], "out_shape": {batch_dim, hidden2_dim}},
  "relu_2": {"class": "activation", "from": "mlp.second.add", "activation": "relu", "out_shape": {batch_dim, hidden2_dim}},
  "mlp.second_norm.batch_norm.v2_mean": {"class": "variable", "shape": [hidden2_dim], "param_name": "v2_mean", "name_scope": "mlp/second_norm/batch_norm", "init": 0.0, "trainable": False},
  "mlp.second_norm.batch_norm.v2_variance": {"class": "variable", "shape": [hidden2_dim], "param_name": "v2_variance", "name_scope": "mlp/second_norm/batch_norm", "init": 1.0, "trainable": False},
  "mlp.second_norm.cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "reduce", "from": "base:relu_2", "mode": "mean", "axes": [batch_dim], "use_time_mask": False, "out_shape": {hidden2_dim}},
      "sub": {"class": "combine", "kind": "sub", "from": ["base:relu_2", "output"], "out_shape": {batch_dim, hidden2_dim}},
      "square": {"class": "eval", "from": "sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, hidden2_dim}},
      "result_2": {"class": "reduce", "from": "square", "mode": "mean", "axes": [batch_dim], "use_time_mask": False, "out_shape": {hidden2_dim}, "is_output_layer": True},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:mlp.second_norm.batch_norm.v2_mean", "out_shape": {hidden2_dim}},
      "result_2": {"class": "copy", "from": "base:mlp.second_norm.batch_norm.v2_variance", "out_shape": {hidden2_dim}, "is_output_layer": True},
    }},
    "out_shape": {hidden2_dim},
  },
  "mlp.second_norm.cond_2": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "sub": {"class": "combine", "kind": "sub", "from": ["base:mlp.second_norm.cond", "base:mlp.second_norm.batch_norm.v2_mean"], "out_shape": {hidden2_dim}},
      "mul": {"class": "eval", "from": "sub", "eval": "source(0) * 0.1", "out_shape": {hidden2_dim}},
      "assign_add": {"class": "variable_assign", "var": "base:mlp.second_norm.batch_norm.v2_mean", "value": "mul", "op": "add"},
      "sub_2": {"class": "combine", "kind": "sub", "from": ["base:mlp.second_norm.cond/result_2", "base:mlp.second_norm.batch_norm.v2_variance"], "out_shape": {hidden2_dim}},
      "mul_2": {"class": "eval", "from": "sub_2", "eval": "source(0) * 0.1", "out_shape": {hidden2_dim}},
      "assign_add_2": {"class": "variable_assign", "var": "base:mlp.second_norm.batch_norm.v2_variance", "value": "mul_2", "op": "add"},
      "zero": {"class": "constant", "value": 0, "dtype": "int32"},
      "output": {"class": "identity", "from": "zero", "control_dependencies": ["assign_add", "assign_add_2"]},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "constant", "value": 0, "dtype": "int32"},
    }},
  },
  "mlp.second_norm.sub": {"class": "combine", "kind": "sub", "from": ["relu_2", "mlp.second_norm.cond"], "out_shape": {batch_dim, hidden2_dim}},
  "mlp.second_norm.add": {"class": "eval", "from": "mlp.second_norm.cond/result_2", "eval": "source(0) + 0.001", "out_shape": {hidden2_dim}},
  "mlp.second_norm.rsqrt": {"class": "eval", "from": "mlp.second_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {hidden2_dim}},
  "mlp.second_norm.mul": {"class": "combine", "kind": "mul", "from": ["mlp.second_norm.sub", "mlp.second_norm.rsqrt"], "out_shape": {batch_dim, hidden2_dim}},
  "mlp.second_norm.batch_norm.v2_gamma": {"class": "variable", "shape": [hidden2_dim], "param_name": "v2_gamma", "name_scope": "mlp/second_norm/batch_norm", "init": 1.0},
  "mlp.second_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["mlp.second_norm.mul", "mlp.second_norm.batch_norm.v2_gamma"], "out_shape": {batch_dim, hidden2_dim}},
  "mlp.second_norm.batch_norm.v2_beta": {"class": "variable", "shape": [hidden2_dim], "param_name": "v2_beta", "name_scope": "mlp/second_norm/batch_norm", "init": 0.0},
  "mlp.second_norm.add_2": {"class": "combine", "kind": "add", "from": ["mlp.second_norm.mul_2", "mlp.second_norm.batch_norm.v2_beta"], "out_shape": {batch_dim, hidden2_dim}},
  "mlp.output.W": {"class": "variable", "shape": [hidden2_dim, digits_dim], "param_name": "W", "name_scope": "mlp/output", "init": "glorot_uniform"},
  "mlp.output.dot": {"class": "dot", "from": ["mlp.second_norm.add_2", "mlp.output.W"], "reduce": hidden2_dim, "out_shape": {batch_dim, digits_dim}},
  "mlp.output.b": {"class": "variable", "shape": [digits_dim], "param_name": "b", "name_scope": "mlp/output", "init": 0.0},
  "mlp.output.add": {"class": "combine", "kind": "add", "from": ["mlp.output.dot", "mlp.output.b"], "out_shape": {batch_dim, digits_dim}},
  "ce": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "mlp.output.add", "targets": "data:classes", "axis": digits_dim, "out_shape": {batch_dim}, "loss": "as_is"},
  "output": {"class": "softmax_over_spatial", "from": "mlp.output.add", "axis": digits_dim, "use_time_mask": False, "out_shape": {batch_dim, digits_dim}},
  "mlp.first_norm.cond_2.run": {"class": "eval", "from": "mlp.first_norm.cond_2", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
  "mlp.second_norm.cond_2.run": {"class": "eval", "from": "mlp.second_norm.cond_2", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
batch_size = 128
num_epochs = 10
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.001
model = "model/net"
