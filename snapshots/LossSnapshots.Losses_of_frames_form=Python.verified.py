#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "target": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32"},
  "labels": {"dim_tags": (batch_dim, time_dim), "dtype": "int32", "sparse_dim": in_dim},
}
network = {
  "w": {"class": "variable", "shape": [in_dim], "param_name": "w", "name_scope": "", "init": 0.0},
  "mul": {"class": "combine", "kind": "mul", "from": ["data:data", "w"], "out_shape": {batch_dim, time_dim, in_dim}},
  "binary_cross_entropy": {"class": "eval", "from": ["mul", "data:target"], "eval": "tf.nn.sigmoid_cross_entropy_with_logits(logits=source(0), labels=source(1))", "out_shape": {batch_dim, time_dim, in_dim}},
  "bce": {"class": "reduce", "from": "binary_cross_entropy", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "squared_difference": {"class": "combine", "kind": "squared_difference", "from": ["mul", "data:target"], "out_shape": {batch_dim, time_dim, in_dim}},
  "mse": {"class": "reduce", "from": "squared_difference", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "absolute": {"class": "eval", "from": ["mul", "data:target"], "eval": "tf.abs(source(0) - source(1))", "out_shape": {batch_dim, time_dim, in_dim}},
  "mae": {"class": "reduce", "from": "absolute", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "range": {"class": "range", "from": [], "limit": 3, "start": 0, "delta": 1, "dtype": "int32", "out_spatial_dim": in_dim, "out_shape": {in_dim}},
  "compare": {"class": "compare", "from": ["data:labels", "range"], "kind": "equal", "out_shape": {batch_dim, time_dim, in_dim}},
  "where": {"class": "switch", "condition": "compare", "true_from": 0.9, "false_from": 0.05, "out_shape": {batch_dim, time_dim, in_dim}},
  "smooth.log_softmax": {"class": "softmax_over_spatial", "from": "mul", "axis": in_dim, "use_time_mask": False, "log_space": True},
  "smooth.frames": {"class": "eval", "from": ["where", "smooth.log_softmax"], "eval": "-source(0) * source(1)"},
  "smooth": {"class": "reduce", "from": "smooth.frames", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "cross_entropy": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "mul", "targets": "data:labels", "axis": in_dim, "out_shape": {batch_dim, time_dim}},
  "focal": {"class": "eval", "from": "cross_entropy", "eval": "source(0) * tf.pow(1.0 - tf.exp(-source(0)), 2.0)", "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "softmax": {"class": "softmax_over_spatial", "from": "data:target", "axis": in_dim, "use_time_mask": False, "out_shape": {batch_dim, time_dim, in_dim}},
  "cross_entropy.log_softmax": {"class": "softmax_over_spatial", "from": "mul", "axis": in_dim, "use_time_mask": False, "log_space": True},
  "cross_entropy.frames": {"class": "eval", "from": ["softmax", "cross_entropy.log_softmax"], "eval": "-source(0) * source(1)"},
  "cross_entropy_2": {"class": "reduce", "from": "cross_entropy.frames", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "kl_divergence": {"class": "eval", "from": "softmax", "eval": "tf.math.xlogy(source(0), source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "sum": {"class": "reduce", "from": "kl_divergence", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "divergence": {"class": "combine", "kind": "add", "from": ["cross_entropy_2", "sum"], "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
