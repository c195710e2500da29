#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
source_time_dim = Dim(None, name="source_time", kind=Dim.Types.Spatial)
encoded_dim = Dim(3, name="encoded", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
key_dim = Dim(4, name="key", kind=Dim.Types.Feature)
heads_dim = Dim(2, name="heads", kind=Dim.Types.Spatial)
key_per_head_dim = Dim(2, name="key_per_head", kind=Dim.Types.Feature)
value_per_head_dim = Dim(2, name="value_per_head", kind=Dim.Types.Feature)
out_ff_dim = Dim(5, name="out_ff", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "source": {"dim_tags": (batch_dim, source_time_dim, encoded_dim), "dtype": "float32"},
}
network = {
  "in": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "in", "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att_norm": {"class": "layer_norm", "from": "in", "in_dim": out_dim, "epsilon": 1e-06, "name_scope": "block/att_norm", "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att": {"class": "self_attention", "from": "block.att_norm", "num_heads": 2, "total_key_dim": 4, "out_dim": out_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "block/att", "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att_out": {"class": "linear", "from": "block.att", "in_dim": out_dim, "out_dim": out_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "block/att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, out_dim}},
  "block.add": {"class": "combine", "kind": "add", "from": ["in", "block.att_out"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross_norm": {"class": "layer_norm", "from": "block.add", "in_dim": out_dim, "epsilon": 1e-06, "name_scope": "block/cross_norm", "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross.query": {"class": "linear", "from": "block.cross_norm", "in_dim": out_dim, "out_dim": key_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "block/cross/query", "out_shape": {batch_dim, time_dim, key_dim}},
  "block.cross.key": {"class": "linear", "from": "data:source", "in_dim": encoded_dim, "out_dim": key_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "block/cross/key", "out_shape": {batch_dim, source_time_dim, key_dim}},
  "block.cross.value": {"class": "linear", "from": "data:source", "in_dim": encoded_dim, "out_dim": out_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "block/cross/value", "out_shape": {batch_dim, source_time_dim, out_dim}},
  "block.cross.split_dims": {"class": "split_dims", "from": "block.cross.query", "axis": key_dim, "dims": [heads_dim, key_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, key_per_head_dim}},
  "block.cross.split_dims_2": {"class": "split_dims", "from": "block.cross.key", "axis": key_dim, "dims": [heads_dim, key_per_head_dim], "out_shape": {batch_dim, source_time_dim, heads_dim, key_per_head_dim}},
  "block.cross.mul": {"class": "eval", "from": "block.cross.split_dims_2", "eval": "source(0) * 0.7071067811865476", "out_shape": {batch_dim, source_time_dim, heads_dim, key_per_head_dim}},
  "block.cross.split_dims_3": {"class": "split_dims", "from": "block.cross.value", "axis": out_dim, "dims": [heads_dim, value_per_head_dim], "out_shape": {batch_dim, source_time_dim, heads_dim, value_per_head_dim}},
  "block.cross.dot": {"class": "dot", "from": ["block.cross.split_dims", "block.cross.mul"], "reduce": key_per_head_dim, "out_shape": {batch_dim, time_dim, heads_dim, source_time_dim}},
  "block.cross.softmax": {"class": "softmax_over_spatial", "from": "block.cross.dot", "axis": source_time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim, heads_dim, source_time_dim}},
  "block.cross.dropout": {"class": "dropout", "from": "block.cross.softmax", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, heads_dim, source_time_dim}},
  "block.cross.dot_2": {"class": "dot", "from": ["block.cross.dropout", "block.cross.split_dims_3"], "reduce": source_time_dim, "out_shape": {batch_dim, time_dim, heads_dim, value_per_head_dim}},
  "block.cross.merge_dims": {"class": "merge_dims", "from": "block.cross.dot_2", "axes": [heads_dim, value_per_head_dim], "keep_order": True, "out_dim": out_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross_out": {"class": "linear", "from": "block.cross.merge_dims", "in_dim": out_dim, "out_dim": out_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "block/cross_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, out_dim}},
  "block.add_2": {"class": "combine", "kind": "add", "from": ["block.add", "block.cross_out"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.ff_norm": {"class": "layer_norm", "from": "block.add_2", "in_dim": out_dim, "epsilon": 1e-06, "name_scope": "block/ff_norm", "out_shape": {batch_dim, time_dim, out_dim}},
  "block.up": {"class": "linear", "from": "block.ff_norm", "in_dim": out_dim, "out_dim": out_ff_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "block/up", "out_shape": {batch_dim, time_dim, out_ff_dim}},
  "block.down": {"class": "linear", "from": "block.up", "in_dim": out_ff_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "block/down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "combine", "kind": "add", "from": ["block.add_2", "block.down"], "out_shape": {batch_dim, time_dim, out_dim}},
}
