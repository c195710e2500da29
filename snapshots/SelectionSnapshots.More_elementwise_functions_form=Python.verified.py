#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "other": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32"},
}
network = {
  "log_sigmoid": {"class": "activation", "from": "data:data", "activation": "log_sigmoid", "out_shape": {batch_dim, time_dim, in_dim}},
  "softplus": {"class": "activation", "from": "log_sigmoid", "activation": "softplus", "out_shape": {batch_dim, time_dim, in_dim}},
  "leaky_relu": {"class": "activation", "from": "softplus", "activation": "leaky_relu", "opts": {"alpha": 0.01}, "out_shape": {batch_dim, time_dim, in_dim}},
  "selu": {"class": "activation", "from": "leaky_relu", "activation": "selu", "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "activation", "from": "selu", "activation": "elu", "out_shape": {batch_dim, time_dim, in_dim}},
  "sin": {"class": "activation", "from": "data:data", "activation": "sin", "out_shape": {batch_dim, time_dim, in_dim}},
  "cos": {"class": "activation", "from": "sin", "activation": "cos", "out_shape": {batch_dim, time_dim, in_dim}},
  "round": {"class": "activation", "from": "cos", "activation": "round", "out_shape": {batch_dim, time_dim, in_dim}},
  "ceil": {"class": "activation", "from": "round", "activation": "ceil", "out_shape": {batch_dim, time_dim, in_dim}},
  "floor": {"class": "activation", "from": "ceil", "activation": "floor", "out_shape": {batch_dim, time_dim, in_dim}},
  "steps": {"class": "activation", "from": "floor", "activation": "sign", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "clip": {"class": "eval", "from": "data:data", "eval": "tf.clip_by_value(source(0), low, high)", "eval_locals": {"low": -1.0, "high": 0.001}, "out_shape": {batch_dim, time_dim, in_dim}},
  "floordiv": {"class": "eval", "from": "data:data", "eval": "tf.math.floordiv(source(0), 2.0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "add": {"class": "combine", "kind": "add", "from": ["clip", "floordiv"], "out_shape": {batch_dim, time_dim, in_dim}},
  "mod": {"class": "eval", "from": "data:data", "eval": "tf.math.floormod(7.0, source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "add_2": {"class": "combine", "kind": "add", "from": ["add", "mod"], "out_shape": {batch_dim, time_dim, in_dim}},
  "constant": {"class": "constant", "value": 0.0, "dtype": "float32"},
  "logaddexp": {"class": "combine", "kind": "logaddexp", "from": ["data:data", "constant"], "out_shape": {batch_dim, time_dim, in_dim}},
  "numbers": {"class": "combine", "kind": "add", "from": ["add_2", "logaddexp"], "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "floordiv_2": {"class": "combine", "kind": "floordiv", "from": ["data:data", "data:other"], "out_shape": {batch_dim, time_dim, in_dim}},
  "mod_2": {"class": "combine", "kind": "mod", "from": ["data:data", "data:other"], "out_shape": {batch_dim, time_dim, in_dim}},
  "add_3": {"class": "combine", "kind": "add", "from": ["floordiv_2", "mod_2"], "out_shape": {batch_dim, time_dim, in_dim}},
  "logaddexp_2": {"class": "combine", "kind": "logaddexp", "from": ["data:data", "data:other"], "out_shape": {batch_dim, time_dim, in_dim}},
  "pairs": {"class": "combine", "kind": "add", "from": ["add_3", "logaddexp_2"], "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
