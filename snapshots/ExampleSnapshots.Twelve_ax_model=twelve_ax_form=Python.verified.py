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
  "tagger.norm": {"class": "batch_norm", "from": "data:data", "in_dim": in_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "tagger/norm", "out_shape": {batch_dim, time_dim, in_dim}},
  "tagger.hidden": {"class": "rec", "from": "tagger.norm", "unit": "standardlstm", "out_dim": hidden_dim, "name_scope": "tagger/hidden/rec", "out_shape": {time_dim, batch_dim, hidden_dim}},
  "output": {"class": "softmax", "from": "tagger.hidden", "in_dim": hidden_dim, "out_dim": classes_dim, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "tagger/output", "out_shape": {time_dim, batch_dim, classes_dim}, "loss": "ce", "target": "classes"},
}
batch_size = 5000
max_seqs = 10
num_epochs = 2
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.01
model = "model/net"
log_verbosity = 3
