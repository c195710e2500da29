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
  "softplus": {"class": "eval", "from": "data:data", "eval": "tf.nn.softplus(tf.math.log_sigmoid(source(0)))", "out_shape": {batch_dim, time_dim, in_dim}},
  "leaky_relu": {"class": "activation", "from": "softplus", "activation": "leaky_relu", "opts": {"alpha": 0.01}, "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "eval", "from": "leaky_relu", "eval": "tf.nn.elu(tf.nn.selu(source(0)))", "out_shape": {batch_dim, time_dim, in_dim}},
  "steps": {"class": "eval", "from": "data:data", "eval": "tf.sign(tf.floor(tf.math.ceil(tf.round(tf.cos(tf.sin(source(0)))))))", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "clip": {"class": "eval", "from": "data:data", "eval": "tf.clip_by_value(source(0), low, high)", "eval_locals": {"low": -1.0, "high": 0.001}, "out_shape": {batch_dim, time_dim, in_dim}},
  "constant": {"class": "constant", "value": 0.0, "dtype": "float32"},
  "logaddexp": {"class": "combine", "kind": "logaddexp", "from": ["data:data", "constant"], "out_shape": {batch_dim, time_dim, in_dim}},
  "numbers": {"class": "eval", "from": ["clip", "data:data", "logaddexp"], "eval": "source(0) + tf.math.floordiv(source(1), 2.0) + tf.math.floormod(7.0, source(1)) + source(2)", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "mod": {"class": "combine", "kind": "mod", "from": ["data:data", "data:other"], "out_shape": {batch_dim, time_dim, in_dim}},
  "logaddexp_2": {"class": "combine", "kind": "logaddexp", "from": ["data:data", "data:other"], "out_shape": {batch_dim, time_dim, in_dim}},
  "pairs": {"class": "eval", "from": ["data:data", "data:other", "mod", "logaddexp_2"], "eval": "tf.math.floordiv(source(0), source(1)) + source(2) + source(3)", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
