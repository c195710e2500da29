#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
classes_dim = Dim(5, name="classes", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "classes": {"dim_tags": (batch_dim, time_dim), "dtype": "int32", "sparse_dim": classes_dim},
}
network = {
  "ce": {"class": "softmax", "from": "data:data", "in_dim": in_dim, "out_dim": classes_dim, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "first", "out_shape": {batch_dim, time_dim, classes_dim}, "loss": "ce", "target": "classes", "loss_opts": {"use_normalized_loss": True, "custom_inv_norm_factor": "data:data"}},
  "second": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": classes_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "second", "out_shape": {batch_dim, time_dim, classes_dim}},
  "error": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "second", "targets": "data:classes", "axis": classes_dim, "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"as_error": True}},
}
