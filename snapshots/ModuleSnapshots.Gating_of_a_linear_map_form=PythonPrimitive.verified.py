#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
_2_out_dim = 2 * out_dim
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "up.W": {"class": "variable", "shape": [in_dim, _2_out_dim], "param_name": "W", "name_scope": "up", "init": "glorot_uniform"},
  "up.dot": {"class": "dot", "from": ["data:data", "up.W"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, _2_out_dim}},
  "up.b": {"class": "variable", "shape": [_2_out_dim], "param_name": "b", "name_scope": "up", "init": 0.0},
  "up.add": {"class": "combine", "kind": "add", "from": ["up.dot", "up.b"], "out_shape": {batch_dim, time_dim, _2_out_dim}},
  "glu.split": {"class": "split", "from": "up.add", "axis": _2_out_dim, "out_dims": [out_dim, out_dim], "out_shape": {batch_dim, time_dim, _2_out_dim}},
  "glu.sigmoid": {"class": "activation", "from": "glu.split/1", "activation": "sigmoid", "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "combine", "kind": "mul", "from": ["glu.split/0", "glu.sigmoid"], "out_shape": {batch_dim, time_dim, out_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, out_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
