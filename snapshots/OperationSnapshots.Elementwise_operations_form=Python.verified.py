#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "sqrt": {"class": "eval", "from": "data:data", "eval": "tf.sqrt(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "rsqrt": {"class": "eval", "from": "data:data", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "reciprocal": {"class": "eval", "from": "data:data", "eval": "1.0 / source(0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "eval", "from": ["data:data", "sqrt", "rsqrt", "reciprocal"], "eval": "tf.exp(source(0)) + tf.math.log(source(0)) - source(1) * source(2) / source(3)", "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "data:data", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "pow": {"class": "eval", "from": "data:data", "eval": "tf.pow(source(0), 2.0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "pow_2": {"class": "eval", "from": "data:data", "eval": "tf.pow(2.0, source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "powers": {"class": "eval", "from": ["data:data", "square", "pow", "pow_2"], "eval": "tf.maximum(tf.abs(source(0)), 0.0) + tf.minimum(source(1), (-1.5)) + source(2) + source(3)", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "mul": {"class": "eval", "from": "data:data", "eval": "source(0) * (-1e-30)", "out_shape": {batch_dim, time_dim, in_dim}},
  "numbers": {"class": "eval", "from": ["data:data", "mul"], "eval": "tf.math.squared_difference(source(0), 1.0) + (1.0 - source(0)) + 2.0 / source(0) + source(1)", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "swish": {"class": "eval", "from": "data:data", "eval": "tf.nn.swish(tf.tanh(tf.sigmoid(tf.nn.relu(-source(0)))))", "out_shape": {batch_dim, time_dim, in_dim}},
  "activations": {"class": "activation", "from": "swish", "activation": "gelu", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
