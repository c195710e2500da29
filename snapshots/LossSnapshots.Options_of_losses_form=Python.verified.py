#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "w": {"class": "variable", "shape": [in_dim], "param_name": "w", "name_scope": "", "init": 0.0},
  "mul": {"class": "combine", "kind": "mul", "from": ["data:data", "w"], "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "mul", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "all": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"scale": 0.25, "use_normalized_loss": True, "use_flatten_frames": False}},
  "error": {"class": "reduce", "from": "mul", "mode": "max", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"as_error": True}},
  "min": {"class": "reduce", "from": "mul", "mode": "min", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "absolute": {"class": "eval", "from": "mul", "eval": "tf.abs(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "sum": {"class": "reduce", "from": "absolute", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "absolute_2": {"class": "eval", "from": "mul", "eval": "tf.abs(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "mean": {"class": "reduce", "from": "absolute_2", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "early": {"class": "reduce", "from": "mul", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"custom_inv_norm_factor": "mean"}},
  "absolute_3": {"class": "eval", "from": "mul", "eval": "tf.abs(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "of_data": {"class": "reduce", "from": "absolute_3", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"custom_inv_norm_factor": "data:data"}},
  "late": {"class": "copy", "from": "min", "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"custom_inv_norm_factor": "sum"}},
}
