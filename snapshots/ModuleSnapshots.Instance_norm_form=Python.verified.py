#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "norm.mean": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim}},
  "norm.sub": {"class": "combine", "kind": "sub", "from": ["data:data", "norm.mean"], "out_shape": {batch_dim, time_dim, in_dim}},
  "norm.square": {"class": "eval", "from": "norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "norm.mean_2": {"class": "reduce", "from": "norm.square", "mode": "mean", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim}},
  "norm.scale": {"class": "variable", "shape": [in_dim], "param_name": "scale", "name_scope": "norm", "init": 1.0},
  "norm.bias": {"class": "variable", "shape": [in_dim], "param_name": "bias", "name_scope": "norm", "init": 0.0},
  "output": {"class": "eval", "from": ["norm.sub", "norm.mean_2", "norm.scale", "norm.bias"], "eval": "source(0) * tf.math.rsqrt(source(1) + 1e-06) * source(2) + source(3)", "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
