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
  "in.W": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "W", "name_scope": "in", "init": "glorot_uniform"},
  "in.dot": {"class": "dot", "from": ["data:data", "in.W"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "in.b": {"class": "variable", "shape": [out_dim], "param_name": "b", "name_scope": "in", "init": 0.0},
  "in.add": {"class": "combine", "kind": "add", "from": ["in.dot", "in.b"], "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "positional_encoding", "from": "in.add", "axis": time_dim, "add_to_input": True, "out_shape": {batch_dim, time_dim, out_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, out_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
