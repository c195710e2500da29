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
  "mlp.first": {"class": "linear", "from": "data:data", "in_dim": pixels_dim, "out_dim": hidden1_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "mlp/first", "out_shape": {batch_dim, hidden1_dim}},
  "mlp.first_norm": {"class": "batch_norm", "from": "mlp.first", "in_dim": hidden1_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "mlp/first_norm", "out_shape": {batch_dim, hidden1_dim}},
  "mlp.second": {"class": "linear", "from": "mlp.first_norm", "in_dim": hidden1_dim, "out_dim": hidden2_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "mlp/second", "out_shape": {batch_dim, hidden2_dim}},
  "mlp.second_norm": {"class": "batch_norm", "from": "mlp.second", "in_dim": hidden2_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "mlp/second_norm", "out_shape": {batch_dim, hidden2_dim}},
  "output": {"class": "softmax", "from": "mlp.second_norm", "in_dim": hidden2_dim, "out_dim": digits_dim, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "mlp/output", "out_shape": {batch_dim, digits_dim}, "loss": "ce", "target": "classes"},
}
batch_size = 128
num_epochs = 10
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.001
model = "model/net"
