#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "steps": {"class": "variable", "shape": [], "param_name": "steps", "name_scope": "", "init": 0, "dtype": "int32", "trainable": False},
  "constant": {"class": "constant", "value": 1, "dtype": "int32"},
  "assign_add": {"class": "variable_assign", "var": "steps", "value": "constant", "op": "add"},
  "output": {"class": "copy", "from": "data:data", "out_shape": {batch_dim, time_dim, in_dim}},
  "assign_add.run": {"class": "eval", "from": "assign_add", "eval": "(self.network.register_post_control_dependencies([source(0)]), source(0))[1]", "is_output_layer": True},
}
