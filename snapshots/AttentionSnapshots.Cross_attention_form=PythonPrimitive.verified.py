#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
source_time_dim = Dim(None, name="source_time", kind=Dim.Types.Spatial)
key_dim = Dim(6, name="key", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
heads_dim = Dim(2, name="heads", kind=Dim.Types.Spatial)
key_per_head_dim = Dim(3, name="key_per_head", kind=Dim.Types.Feature)
value_per_head_dim = Dim(2, name="value_per_head", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "source": {"dim_tags": (batch_dim, source_time_dim, in_dim), "dtype": "float32"},
}
network = {
  "att.query.W": {"class": "variable", "shape": [in_dim, key_dim], "param_name": "W", "name_scope": "att/query", "init": "glorot_uniform"},
  "att.query.dot": {"class": "dot", "from": ["data:data", "att.query.W"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, key_dim}},
  "att.key.W": {"class": "variable", "shape": [in_dim, key_dim], "param_name": "W", "name_scope": "att/key", "init": "glorot_uniform"},
  "att.key.dot": {"class": "dot", "from": ["data:source", "att.key.W"], "reduce": in_dim, "out_shape": {batch_dim, source_time_dim, key_dim}},
  "att.value.W": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "W", "name_scope": "att/value", "init": "glorot_uniform"},
  "att.value.dot": {"class": "dot", "from": ["data:source", "att.value.W"], "reduce": in_dim, "out_shape": {batch_dim, source_time_dim, out_dim}},
  "att.split_dims": {"class": "split_dims", "from": "att.query.dot", "axis": key_dim, "dims": [heads_dim, key_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, key_per_head_dim}},
  "att.split_dims_2": {"class": "split_dims", "from": "att.key.dot", "axis": key_dim, "dims": [heads_dim, key_per_head_dim], "out_shape": {batch_dim, source_time_dim, heads_dim, key_per_head_dim}},
  "att.mul": {"class": "eval", "from": "att.split_dims_2", "eval": "source(0) * 0.5773502691896257", "out_shape": {batch_dim, source_time_dim, heads_dim, key_per_head_dim}},
  "att.split_dims_3": {"class": "split_dims", "from": "att.value.dot", "axis": out_dim, "dims": [heads_dim, value_per_head_dim], "out_shape": {batch_dim, source_time_dim, heads_dim, value_per_head_dim}},
  "att.dot": {"class": "dot", "from": ["att.split_dims", "att.mul"], "reduce": key_per_head_dim, "out_shape": {batch_dim, time_dim, heads_dim, source_time_dim}},
  "att.softmax": {"class": "softmax_over_spatial", "from": "att.dot", "axis": source_time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim, heads_dim, source_time_dim}},
  "att.dropout": {"class": "dropout", "from": "att.softmax", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, heads_dim, source_time_dim}},
  "att.dot_2": {"class": "dot", "from": ["att.dropout", "att.split_dims_3"], "reduce": source_time_dim, "out_shape": {batch_dim, time_dim, heads_dim, value_per_head_dim}},
  "output": {"class": "merge_dims", "from": "att.dot_2", "axes": [heads_dim, value_per_head_dim], "keep_order": True, "out_dim": out_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, out_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
