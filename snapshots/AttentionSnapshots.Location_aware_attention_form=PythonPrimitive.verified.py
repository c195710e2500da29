#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
cells_dim = Dim(7, name="cells", kind=Dim.Types.Feature)
read_dim = Dim(1, name="read", kind=Dim.Types.Feature)
filter_width_dim = Dim(5, name="filter_width", kind=Dim.Types.Spatial)
location_dim = Dim(6, name="location", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
energy_dim = Dim(1, name="energy", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "read": {"dim_tags": (batch_dim, time_dim), "dtype": "float32"},
  "state": {"dim_tags": (batch_dim, cells_dim), "dtype": "float32"},
}
network = {
  "att.expand_dims": {"class": "expand_dims", "from": "data:read", "axis": "f", "dim": read_dim, "out_shape": {batch_dim, time_dim, read_dim}},
  "att.filter": {"class": "variable", "shape": [filter_width_dim, read_dim, location_dim], "param_name": "filter", "name_scope": "att", "init": "glorot_uniform"},
  "att.conv": {"class": "conv", "from": "att.expand_dims", "filter": "att.filter", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_dim": read_dim, "in_spatial_dims": [time_dim], "out_dim": location_dim, "with_bias": False, "activation": None, "out_shape": {batch_dim, time_dim, location_dim}},
  "att.source.W": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "W", "name_scope": "att/source", "init": "glorot_uniform"},
  "att.source.dot": {"class": "dot", "from": ["data:data", "att.source.W"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "att.source.b": {"class": "variable", "shape": [out_dim], "param_name": "b", "name_scope": "att/source", "init": 0.0},
  "att.source.add": {"class": "combine", "kind": "add", "from": ["att.source.dot", "att.source.b"], "out_shape": {batch_dim, time_dim, out_dim}},
  "att.location.W": {"class": "variable", "shape": [location_dim, out_dim], "param_name": "W", "name_scope": "att/location", "init": "glorot_uniform"},
  "att.location.dot": {"class": "dot", "from": ["att.conv", "att.location.W"], "reduce": location_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "att.add": {"class": "combine", "kind": "add", "from": ["att.source.add", "att.location.dot"], "out_shape": {batch_dim, time_dim, out_dim}},
  "att.query.W": {"class": "variable", "shape": [cells_dim, out_dim], "param_name": "W", "name_scope": "att/query", "init": "glorot_uniform"},
  "att.query.dot": {"class": "dot", "from": ["data:state", "att.query.W"], "reduce": cells_dim, "out_shape": {batch_dim, out_dim}},
  "att.add_2": {"class": "combine", "kind": "add", "from": ["att.add", "att.query.dot"], "out_shape": {batch_dim, time_dim, out_dim}},
  "att.tanh": {"class": "activation", "from": "att.add_2", "activation": "tanh", "out_shape": {batch_dim, time_dim, out_dim}},
  "att.energy.W": {"class": "variable", "shape": [out_dim, energy_dim], "param_name": "W", "name_scope": "att/energy", "init": "glorot_uniform"},
  "att.energy.dot": {"class": "dot", "from": ["att.tanh", "att.energy.W"], "reduce": out_dim, "out_shape": {batch_dim, time_dim, energy_dim}},
  "att.squeeze": {"class": "squeeze", "from": "att.energy.dot", "axis": energy_dim, "out_shape": {batch_dim, time_dim}},
  "att.softmax": {"class": "softmax_over_spatial", "from": "att.squeeze", "axis": time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim}},
  "output": {"class": "dot", "from": ["att.softmax", "data:data"], "reduce": time_dim, "out_shape": {batch_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim}, "loss": "as_is"},
}
