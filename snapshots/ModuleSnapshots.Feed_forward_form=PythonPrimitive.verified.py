#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "ff.up.W": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "W", "name_scope": "ff/up", "init": "glorot_uniform"},
  "ff.up.dot": {"class": "dot", "from": ["data:data", "ff.up.W"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "ff.up.b": {"class": "variable", "shape": [out_dim], "param_name": "b", "name_scope": "ff/up", "init": 0.0},
  "ff.up.add": {"class": "combine", "kind": "add", "from": ["ff.up.dot", "ff.up.b"], "out_shape": {batch_dim, time_dim, out_dim}},
  "ff.relu": {"class": "activation", "from": "ff.up.add", "activation": "relu", "out_shape": {batch_dim, time_dim, out_dim}},
  "ff.dropout": {"class": "dropout", "from": "ff.relu", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, out_dim}},
  "ff.down.W": {"class": "variable", "shape": [out_dim, in_dim], "param_name": "W", "name_scope": "ff/down", "init": "glorot_uniform"},
  "ff.down.dot": {"class": "dot", "from": ["ff.dropout", "ff.down.W"], "reduce": out_dim, "out_shape": {batch_dim, time_dim, in_dim}},
  "ff.down.b": {"class": "variable", "shape": [in_dim], "param_name": "b", "name_scope": "ff/down", "init": 0.0},
  "output": {"class": "combine", "kind": "add", "from": ["ff.down.dot", "ff.down.b"], "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
