#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "exp": {"class": "activation", "from": "data:data", "activation": "exp", "out_shape": {batch_dim, time_dim, in_dim}},
  "log": {"class": "eval", "from": "data:data", "eval": "tf.math.log(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "add": {"class": "combine", "kind": "add", "from": ["exp", "log"], "out_shape": {batch_dim, time_dim, in_dim}},
  "sqrt": {"class": "eval", "from": "data:data", "eval": "tf.sqrt(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "rsqrt": {"class": "eval", "from": "data:data", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "mul": {"class": "combine", "kind": "mul", "from": ["sqrt", "rsqrt"], "out_shape": {batch_dim, time_dim, in_dim}},
  "reciprocal": {"class": "eval", "from": "data:data", "eval": "1.0 / source(0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "div": {"class": "combine", "kind": "truediv", "from": ["mul", "reciprocal"], "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "combine", "kind": "sub", "from": ["add", "div"], "out_shape": {batch_dim, time_dim, in_dim}},
  "absolute": {"class": "eval", "from": "data:data", "eval": "tf.abs(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "maximum": {"class": "eval", "from": "absolute", "eval": "tf.maximum(source(0), 0.0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "data:data", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "minimum": {"class": "eval", "from": "square", "eval": "tf.minimum(source(0), (-1.5))", "out_shape": {batch_dim, time_dim, in_dim}},
  "add_2": {"class": "combine", "kind": "add", "from": ["maximum", "minimum"], "out_shape": {batch_dim, time_dim, in_dim}},
  "pow": {"class": "eval", "from": "data:data", "eval": "tf.pow(source(0), 2.0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "add_3": {"class": "combine", "kind": "add", "from": ["add_2", "pow"], "out_shape": {batch_dim, time_dim, in_dim}},
  "pow_2": {"class": "eval", "from": "data:data", "eval": "tf.pow(2.0, source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "powers": {"class": "combine", "kind": "add", "from": ["add_3", "pow_2"], "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "squared_difference": {"class": "eval", "from": "data:data", "eval": "tf.math.squared_difference(source(0), 1.0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "sub": {"class": "eval", "from": "data:data", "eval": "1.0 - source(0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "add_4": {"class": "combine", "kind": "add", "from": ["squared_difference", "sub"], "out_shape": {batch_dim, time_dim, in_dim}},
  "div_2": {"class": "eval", "from": "data:data", "eval": "2.0 / source(0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "add_5": {"class": "combine", "kind": "add", "from": ["add_4", "div_2"], "out_shape": {batch_dim, time_dim, in_dim}},
  "mul_2": {"class": "eval", "from": "data:data", "eval": "source(0) * (-1e-30)", "out_shape": {batch_dim, time_dim, in_dim}},
  "numbers": {"class": "combine", "kind": "add", "from": ["add_5", "mul_2"], "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "negate": {"class": "eval", "from": "data:data", "eval": "-source(0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "relu": {"class": "activation", "from": "negate", "activation": "relu", "out_shape": {batch_dim, time_dim, in_dim}},
  "sigmoid": {"class": "activation", "from": "relu", "activation": "sigmoid", "out_shape": {batch_dim, time_dim, in_dim}},
  "tanh": {"class": "activation", "from": "sigmoid", "activation": "tanh", "out_shape": {batch_dim, time_dim, in_dim}},
  "swish": {"class": "activation", "from": "tanh", "activation": "swish", "out_shape": {batch_dim, time_dim, in_dim}},
  "activations": {"class": "activation", "from": "swish", "activation": "gelu", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
