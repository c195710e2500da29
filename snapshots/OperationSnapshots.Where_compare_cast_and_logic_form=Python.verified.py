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
  "compare": {"class": "compare", "from": "data:data", "kind": "greater", "value": 0.5, "out_shape": {batch_dim, time_dim, in_dim}},
  "compare_2": {"class": "compare", "from": ["data:other", "data:data"], "kind": "less_equal", "out_shape": {batch_dim, time_dim, in_dim}},
  "compare_3": {"class": "compare", "from": "data:other", "kind": "equal", "value": 2.0, "out_shape": {batch_dim, time_dim, in_dim}},
  "not": {"class": "eval", "from": "compare_3", "eval": "tf.logical_not(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "or": {"class": "combine", "kind": "logical_or", "from": ["compare_2", "not"], "out_shape": {batch_dim, time_dim, in_dim}},
  "and": {"class": "combine", "kind": "logical_and", "from": ["compare", "or"], "out_shape": {batch_dim, time_dim, in_dim}},
  "where": {"class": "switch", "condition": "and", "true_from": "data:data", "false_from": -1.0, "out_shape": {batch_dim, time_dim, in_dim}},
  "compare_4": {"class": "compare", "from": "data:other", "kind": "greater", "value": 0.0, "out_shape": {batch_dim, time_dim, in_dim}},
  "cast": {"class": "cast", "from": "compare_4", "dtype": "float32", "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "combine", "kind": "add", "from": ["where", "cast"], "out_shape": {batch_dim, time_dim, in_dim}},
  "cast_2": {"class": "cast", "from": "data:data", "dtype": "int32", "out_shape": {batch_dim, time_dim, in_dim}},
  "unlike": {"class": "compare", "from": "cast_2", "kind": "not_equal", "value": 3, "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "chosen": {"class": "switch", "condition": "and", "true_from": "data:data", "false_from": "data:other", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
