#!rnn.py
# Written by NetDsl from the model transformer_lm_trial: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {
  "class": "DummyGenericDataset",
  "data_template": {
    "delayed": {"dim": 50, "shape": [None], "sparse": True},
    "data": {"dim": 50, "shape": [None], "sparse": True},
  },
  "num_seqs": 50,
  "seq_lens": 20,
}
dev = {
  "class": "DummyGenericDataset",
  "data_template": {
    "delayed": {"dim": 50, "shape": [None], "sparse": True},
    "data": {"dim": 50, "shape": [None], "sparse": True},
  },
  "num_seqs": 10,
  "seq_lens": 20,
}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
subwords_dim = Dim(50, name="subwords", kind=Dim.Types.Feature)
model_dim = Dim(32, name="model", kind=Dim.Types.Feature)
qkv_dim = Dim(96, name="qkv", kind=Dim.Types.Feature)
heads_dim = Dim(8, name="heads", kind=Dim.Types.Spatial)
qkv_per_head_dim = Dim(12, name="qkv_per_head", kind=Dim.Types.Feature)
key_per_head_dim = Dim(4, name="key_per_head", kind=Dim.Types.Feature)
value_per_head_dim = Dim(4, name="value_per_head", kind=Dim.Types.Feature)
time_keys_dim = Dim(None, name="time_keys", kind=Dim.Types.Spatial)
model_2_dim = Dim(32, name="model_2", kind=Dim.Types.Feature)
model_ff_dim = Dim(128, name="model_ff", kind=Dim.Types.Feature)
qkv_2_dim = Dim(96, name="qkv_2", kind=Dim.Types.Feature)
heads_2_dim = Dim(8, name="heads_2", kind=Dim.Types.Spatial)
qkv_per_head_2_dim = Dim(12, name="qkv_per_head_2", kind=Dim.Types.Feature)
key_per_head_2_dim = Dim(4, name="key_per_head_2", kind=Dim.Types.Feature)
value_per_head_2_dim = Dim(4, name="value_per_head_2", kind=Dim.Types.Feature)
time_keys_2_dim = Dim(None, name="time_keys_2", kind=Dim.Types.Spatial)
model_3_dim = Dim(32, name="model_3", kind=Dim.Types.Feature)
model_ff_2_dim = Dim(128, name="model_ff_2", kind=Dim.Types.Feature)
extern_data = {
  "delayed": {
    "dim_tags": (batch_dim, time_dim),
    "dtype": "int32",
    "sparse_dim": subwords_dim,
    "available_for_inference": True,
  },
  "data": {
    "dim_tags": (batch_dim, time_dim),
    "dtype": "int32",
    "sparse_dim": subwords_dim,
    "available_for_inference": True,
  },
}
network = {
  "0_zero": {"class": "constant", "value": 0, "dtype": "int32"},
  "0_order": {"class": "identity", "from": "0_zero", "control_dependencies": ["lm.encoder.blocks.0.add_2", "lm.encoder.blocks.1.att.range_in_axis", "lm.encoder.blocks.1.att.mul", "lm.encoder.blocks.1.att.reinterpret_data", "lm.encoder.blocks.1.att.reinterpret_data_2", "lm.encoder.blocks.1.add_2", "lm.encoder.norm.mean"], "is_output_layer": True},
  "lm.embedding.W": {"class": "variable", "shape": [subwords_dim, model_dim], "param_name": "W", "name_scope": "lm/embedding", "init": "glorot_uniform", "L2": 1e-05},
  "lm.embedding.gather": {"class": "gather", "from": "lm.embedding.W", "position": "data:delayed", "axis": subwords_dim, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.mul": {"class": "eval", "from": "lm.embedding.gather", "eval": "source(0) * 5.656854249492381", "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.dropout": {"class": "dropout", "from": "lm.mul", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.positions.positional_encoding": {"class": "positional_encoding", "from": "lm.dropout", "axis": time_dim, "add_to_input": True, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_norm.mean": {"class": "reduce", "from": "lm.encoder.positions.positional_encoding", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.0.att_norm.sub": {"class": "combine", "kind": "sub", "from": ["lm.encoder.positions.positional_encoding", "lm.encoder.blocks.0.att_norm.mean"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_norm.square": {"class": "eval", "from": "lm.encoder.blocks.0.att_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_norm.mean_2": {"class": "reduce", "from": "lm.encoder.blocks.0.att_norm.square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.0.att_norm.add": {"class": "eval", "from": "lm.encoder.blocks.0.att_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.0.att_norm.rsqrt": {"class": "eval", "from": "lm.encoder.blocks.0.att_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.0.att_norm.mul": {"class": "combine", "kind": "mul", "from": ["lm.encoder.blocks.0.att_norm.sub", "lm.encoder.blocks.0.att_norm.rsqrt"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_norm.scale": {"class": "variable", "shape": [model_dim], "param_name": "scale", "name_scope": "lm/encoder/blocks/0/att_norm", "init": 1.0, "L2": 1e-05},
  "lm.encoder.blocks.0.att_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["lm.encoder.blocks.0.att_norm.mul", "lm.encoder.blocks.0.att_norm.scale"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_norm.bias": {"class": "variable", "shape": [model_dim], "param_name": "bias", "name_scope": "lm/encoder/blocks/0/att_norm", "init": 0.0, "L2": 1e-05},
  "lm.encoder.blocks.0.att_norm.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.att_norm.mul_2", "lm.encoder.blocks.0.att_norm.bias"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att.QKV": {"class": "variable", "shape": [model_dim, qkv_dim], "param_name": "QKV", "name_scope": "lm/encoder/blocks/0/att", "init": "glorot_uniform", "L2": 1e-05},
  "lm.encoder.blocks.0.att.dot": {"class": "dot", "from": ["lm.encoder.blocks.0.att_norm.add_2", "lm.encoder.blocks.0.att.QKV"], "reduce": model_dim, "out_shape": {batch_dim, time_dim, qkv_dim}},
  "lm.encoder.blocks.0.att.split_dims": {"class": "split_dims", "from": "lm.encoder.blocks.0.att.dot", "axis": qkv_dim, "dims": [heads_dim, qkv_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "lm.encoder.blocks.0.att.split": {"class": "split", "from": "lm.encoder.blocks.0.att.split_dims", "axis": qkv_per_head_dim, "out_dims": [key_per_head_dim, key_per_head_dim, value_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "lm.encoder.blocks.0.att.mul": {"class": "eval", "from": "lm.encoder.blocks.0.att.split/0", "eval": "source(0) * 0.5", "out_shape": {batch_dim, time_dim, heads_dim, key_per_head_dim}},
  "lm.encoder.blocks.0.att.reinterpret_data": {"class": "reinterpret_data", "from": "lm.encoder.blocks.0.att.split/1", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, key_per_head_dim}},
  "lm.encoder.blocks.0.att.reinterpret_data_2": {"class": "reinterpret_data", "from": "lm.encoder.blocks.0.att.split/2", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, value_per_head_dim}},
  "lm.encoder.blocks.0.att.dot_2": {"class": "dot", "from": ["lm.encoder.blocks.0.att.mul", "lm.encoder.blocks.0.att.reinterpret_data"], "reduce": key_per_head_dim, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "lm.encoder.blocks.0.att.range_in_axis": {"class": "range_in_axis", "from": "lm.encoder.blocks.0.att_norm.add_2", "axis": time_dim, "dtype": "int32", "out_shape": {time_dim, ImplicitDynSizeDim(batch_dim)}},
  "lm.encoder.blocks.0.att.range_in_axis_2": {"class": "range_in_axis", "from": "lm.encoder.blocks.0.att.reinterpret_data", "axis": time_keys_dim, "dtype": "int32", "out_shape": {time_keys_dim, ImplicitDynSizeDim(batch_dim)}},
  "lm.encoder.blocks.0.att.compare": {"class": "compare", "from": ["lm.encoder.blocks.0.att.range_in_axis", "lm.encoder.blocks.0.att.range_in_axis_2"], "kind": "greater_equal", "out_shape": {time_dim, time_keys_dim, ImplicitDynSizeDim(batch_dim)}},
  "lm.encoder.blocks.0.att.where": {"class": "switch", "condition": "lm.encoder.blocks.0.att.compare", "true_from": "lm.encoder.blocks.0.att.dot_2", "false_from": -1e+30, "out_shape": {time_dim, time_keys_dim, batch_dim, heads_dim}},
  "lm.encoder.blocks.0.att.softmax": {"class": "softmax_over_spatial", "from": "lm.encoder.blocks.0.att.where", "axis": time_keys_dim, "use_time_mask": True, "out_shape": {time_dim, time_keys_dim, batch_dim, heads_dim}},
  "lm.encoder.blocks.0.att.dropout": {"class": "dropout", "from": "lm.encoder.blocks.0.att.softmax", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, time_keys_dim, batch_dim, heads_dim}},
  "lm.encoder.blocks.0.att.dot_3": {"class": "dot", "from": ["lm.encoder.blocks.0.att.dropout", "lm.encoder.blocks.0.att.reinterpret_data_2"], "reduce": time_keys_dim, "out_shape": {time_dim, batch_dim, heads_dim, value_per_head_dim}},
  "lm.encoder.blocks.0.att.merge_dims": {"class": "merge_dims", "from": "lm.encoder.blocks.0.att.dot_3", "axes": [heads_dim, value_per_head_dim], "keep_order": True, "out_dim": model_dim, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.0.dropout": {"class": "dropout", "from": "lm.encoder.blocks.0.att.merge_dims", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.0.att_out.W": {"class": "variable", "shape": [model_dim, model_2_dim], "param_name": "W", "name_scope": "lm/encoder/blocks/0/att_out", "init": "glorot_uniform", "L2": 1e-05},
  "lm.encoder.blocks.0.att_out.dot": {"class": "dot", "from": ["lm.encoder.blocks.0.dropout", "lm.encoder.blocks.0.att_out.W"], "reduce": model_dim, "out_shape": {time_dim, batch_dim, model_2_dim}},
  "lm.encoder.blocks.0.att_out.reinterpret_data": {"class": "reinterpret_data", "from": "lm.encoder.blocks.0.att_out.dot", "set_dim_tags": {model_2_dim: model_dim}, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.0.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.0.att_out.reinterpret_data", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.0.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.positions.positional_encoding", "lm.encoder.blocks.0.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.ff_norm.mean": {"class": "reduce", "from": "lm.encoder.blocks.0.add", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.0.ff_norm.sub": {"class": "combine", "kind": "sub", "from": ["lm.encoder.blocks.0.add", "lm.encoder.blocks.0.ff_norm.mean"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.ff_norm.square": {"class": "eval", "from": "lm.encoder.blocks.0.ff_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.ff_norm.mean_2": {"class": "reduce", "from": "lm.encoder.blocks.0.ff_norm.square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.0.ff_norm.add": {"class": "eval", "from": "lm.encoder.blocks.0.ff_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.0.ff_norm.rsqrt": {"class": "eval", "from": "lm.encoder.blocks.0.ff_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.0.ff_norm.mul": {"class": "combine", "kind": "mul", "from": ["lm.encoder.blocks.0.ff_norm.sub", "lm.encoder.blocks.0.ff_norm.rsqrt"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.ff_norm.scale": {"class": "variable", "shape": [model_dim], "param_name": "scale", "name_scope": "lm/encoder/blocks/0/ff_norm", "init": 1.0, "L2": 1e-05},
  "lm.encoder.blocks.0.ff_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["lm.encoder.blocks.0.ff_norm.mul", "lm.encoder.blocks.0.ff_norm.scale"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.ff_norm.bias": {"class": "variable", "shape": [model_dim], "param_name": "bias", "name_scope": "lm/encoder/blocks/0/ff_norm", "init": 0.0, "L2": 1e-05},
  "lm.encoder.blocks.0.ff_norm.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.ff_norm.mul_2", "lm.encoder.blocks.0.ff_norm.bias"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.up.W": {"class": "variable", "shape": [model_dim, model_ff_dim], "param_name": "W", "name_scope": "lm/encoder/blocks/0/up", "init": "glorot_uniform", "L2": 1e-05},
  "lm.encoder.blocks.0.up.dot": {"class": "dot", "from": ["lm.encoder.blocks.0.ff_norm.add_2", "lm.encoder.blocks.0.up.W"], "reduce": model_dim, "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "lm.encoder.blocks.0.up.b": {"class": "variable", "shape": [model_ff_dim], "param_name": "b", "name_scope": "lm/encoder/blocks/0/up", "init": 0.0, "L2": 1e-05},
  "lm.encoder.blocks.0.up.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.up.dot", "lm.encoder.blocks.0.up.b"], "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "lm.encoder.blocks.0.relu": {"class": "activation", "from": "lm.encoder.blocks.0.up.add", "activation": "relu", "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "lm.encoder.blocks.0.dropout_3": {"class": "dropout", "from": "lm.encoder.blocks.0.relu", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "lm.encoder.blocks.0.down.W": {"class": "variable", "shape": [model_ff_dim, model_dim], "param_name": "W", "name_scope": "lm/encoder/blocks/0/down", "init": "glorot_uniform", "L2": 1e-05},
  "lm.encoder.blocks.0.down.dot": {"class": "dot", "from": ["lm.encoder.blocks.0.dropout_3", "lm.encoder.blocks.0.down.W"], "reduce": model_ff_dim, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.down.b": {"class": "variable", "shape": [model_dim], "param_name": "b", "name_scope": "lm/encoder/blocks/0/down", "init": 0.0, "L2": 1e-05},
  "lm.encoder.blocks.0.down.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.down.dot", "lm.encoder.blocks.0.down.b"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.dropout_4": {"class": "dropout", "from": "lm.encoder.blocks.0.down.add", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.add", "lm.encoder.blocks.0.dropout_4"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_norm.mean": {"class": "reduce", "from": "lm.encoder.blocks.0.add_2", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.1.att_norm.sub": {"class": "combine", "kind": "sub", "from": ["lm.encoder.blocks.0.add_2", "lm.encoder.blocks.1.att_norm.mean"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_norm.square": {"class": "eval", "from": "lm.encoder.blocks.1.att_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_norm.mean_2": {"class": "reduce", "from": "lm.encoder.blocks.1.att_norm.square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.1.att_norm.add": {"class": "eval", "from": "lm.encoder.blocks.1.att_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.1.att_norm.rsqrt": {"class": "eval", "from": "lm.encoder.blocks.1.att_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.1.att_norm.mul": {"class": "combine", "kind": "mul", "from": ["lm.encoder.blocks.1.att_norm.sub", "lm.encoder.blocks.1.att_norm.rsqrt"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_norm.scale": {"class": "variable", "shape": [model_dim], "param_name": "scale", "name_scope": "lm/encoder/blocks/1/att_norm", "init": 1.0, "L2": 1e-05},
  "lm.encoder.blocks.1.att_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["lm.encoder.blocks.1.att_norm.mul", "lm.encoder.blocks.1.att_norm.scale"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_norm.bias": {"class": "variable", "shape": [model_dim], "param_name": "bias", "name_scope": "lm/encoder/blocks/1/att_norm", "init": 0.0, "L2": 1e-05},
  "lm.encoder.blocks.1.att_norm.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.1.att_norm.mul_2", "lm.encoder.blocks.1.att_norm.bias"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att.QKV": {"class": "variable", "shape": [model_dim, qkv_2_dim], "param_name": "QKV", "name_scope": "lm/encoder/blocks/1/att", "init": "glorot_uniform", "L2": 1e-05},
  "lm.encoder.blocks.1.att.dot": {"class": "dot", "from": ["lm.encoder.blocks.1.att_norm.add_2", "lm.encoder.blocks.1.att.QKV"], "reduce": model_dim, "out_shape": {batch_dim, time_dim, qkv_2_dim}},
  "lm.encoder.blocks.1.att.split_dims": {"class": "split_dims", "from": "lm.encoder.blocks.1.att.dot", "axis": qkv_2_dim, "dims": [heads_2_dim, qkv_per_head_2_dim], "out_shape": {batch_dim, time_dim, heads_2_dim, qkv_per_head_2_dim}},
  "lm.encoder.blocks.1.att.split": {"class": "split", "from": "lm.encoder.blocks.1.att.split_dims", "axis": qkv_per_head_2_dim, "out_dims": [key_per_head_2_dim, key_per_head_2_dim, value_per_head_2_dim], "out_shape": {batch_dim, time_dim, heads_2_dim, qkv_per_head_2_dim}},
  "lm.encoder.blocks.1.att.mul": {"class": "eval", "from": "lm.encoder.blocks.1.att.split/0", "eval": "source(0) * 0.5", "out_shape": {batch_dim, time_dim, heads_2_dim, key_per_head_2_dim}},
  "lm.encoder.blocks.1.att.reinterpret_data": {"class": "reinterpret_data", "from": "lm.encoder.blocks.1.att.split/1", "set_dim_tags": {time_dim: time_keys_2_dim}, "out_shape": {batch_dim, time_keys_2_dim, heads_2_dim, key_per_head_2_dim}},
  "lm.encoder.blocks.1.att.reinterpret_data_2": {"class": "reinterpret_data", "from": "lm.encoder.blocks.1.att.split/2", "set_dim_tags": {time_dim: time_keys_2_dim}, "out_shape": {batch_dim, time_keys_2_dim, heads_2_dim, value_per_head_2_dim}},
  "lm.encoder.blocks.1.att.dot_2": {"class": "dot", "from": ["lm.encoder.blocks.1.att.mul", "lm.encoder.blocks.1.att.reinterpret_data"], "reduce": key_per_head_2_dim, "out_shape": {batch_dim, time_dim, heads_2_dim, time_keys_2_dim}},
  "lm.encoder.blocks.1.att.range_in_axis": {"class": "range_in_axis", "from": "lm.encoder.blocks.1.att_norm.add_2", "axis": time_dim, "dtype": "int32", "out_shape": {time_dim, ImplicitDynSizeDim(batch_dim)}},
  "lm.encoder.blocks.1.att.range_in_axis_2": {"class": "range_in_axis", "from": "lm.encoder.blocks.1.att.reinterpret_data", "axis": time_keys_2_dim, "dtype": "int32", "out_shape": {time_keys_2_dim, ImplicitDynSizeDim(batch_dim)}},
  "lm.encoder.blocks.1.att.compare": {"class": "compare", "from": ["lm.encoder.blocks.1.att.range_in_axis", "lm.encoder.blocks.1.att.range_in_axis_2"], "kind": "greater_equal", "out_shape": {time_dim, time_keys_2_dim, ImplicitDynSizeDim(batch_dim)}},
  "lm.encoder.blocks.1.att.where": {"class": "switch", "condition": "lm.encoder.blocks.1.att.compare", "true_from": "lm.encoder.blocks.1.att.dot_2", "false_from": -1e+30, "out_shape": {time_dim, time_keys_2_dim, batch_dim, heads_2_dim}},
  "lm.encoder.blocks.1.att.softmax": {"class": "softmax_over_spatial", "from": "lm.encoder.blocks.1.att.where", "axis": time_keys_2_dim, "use_time_mask": True, "out_shape": {time_dim, time_keys_2_dim, batch_dim, heads_2_dim}},
  "lm.encoder.blocks.1.att.dropout": {"class": "dropout", "from": "lm.encoder.blocks.1.att.softmax", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, time_keys_2_dim, batch_dim, heads_2_dim}},
  "lm.encoder.blocks.1.att.dot_3": {"class": "dot", "from": ["lm.encoder.blocks.1.att.dropout", "lm.encoder.blocks.1.att.reinterpret_data_2"], "reduce": time_keys_2_dim, "out_shape": {time_dim, batch_dim, heads_2_dim, value_per_head_2_dim}},
  "lm.encoder.blocks.1.att.merge_dims": {"class": "merge_dims", "from": "lm.encoder.blocks.1.att.dot_3", "axes": [heads_2_dim, value_per_head_2_dim], "keep_order": True, "out_dim": model_dim, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.1.dropout": {"class": "dropout", "from": "lm.encoder.blocks.1.att.merge_dims", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.1.att_out.W": {"class": "variable", "shape": [model_dim, model_3_dim], "param_name": "W", "name_scope": "lm/encoder/blocks/1/att_out", "init": "glorot_uniform", "L2": 1e-05},
  "lm.encoder.blocks.1.att_out.dot": {"class": "dot", "from": ["lm.encoder.blocks.1.dropout", "lm.encoder.blocks.1.att_out.W"], "reduce": model_dim, "out_shape": {time_dim, batch_dim, model_3_dim}},
  "lm.encoder.blocks.1.att_out.reinterpret_data": {"class": "reinterpret_data", "from": "lm.encoder.blocks.1.att_out.dot", "set_dim_tags": {model_3_dim: model_dim}, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.1.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.1.att_out.reinterpret_data", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.1.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.add_2", "lm.encoder.blocks.1.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.ff_norm.mean": {"class": "reduce", "from": "lm.encoder.blocks.1.add", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.1.ff_norm.sub": {"class": "combine", "kind": "sub", "from": ["lm.encoder.blocks.1.add", "lm.encoder.blocks.1.ff_norm.mean"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.ff_norm.square": {"class": "eval", "from": "lm.encoder.blocks.1.ff_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.ff_norm.mean_2": {"class": "reduce", "from": "lm.encoder.blocks.1.ff_norm.square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.1.ff_norm.add": {"class": "eval", "from": "lm.encoder.blocks.1.ff_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.1.ff_norm.rsqrt": {"class": "eval", "from": "lm.encoder.blocks.1.ff_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.blocks.1.ff_norm.mul": {"class": "combine", "kind": "mul", "from": ["lm.encoder.blocks.1.ff_norm.sub", "lm.encoder.blocks.1.ff_norm.rsqrt"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.ff_norm.scale": {"class": "variable", "shape": [model_dim], "param_name": "scale", "name_scope": "lm/encoder/blocks/1/ff_norm", "init": 1.0, "L2": 1e-05},
  "lm.encoder.blocks.1.ff_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["lm.encoder.blocks.1.ff_norm.mul", "lm.encoder.blocks.1.ff_norm.scale"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.ff_norm.bias": {"class": "variable", "shape": [model_dim], "param_name": "bias", "name_scope": "lm/encoder/blocks/1/ff_norm", "init": 0.0, "L2": 1e-05},
  "lm.encoder.blocks.1.ff_norm.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.1.ff_norm.mul_2", "lm.encoder.blocks.1.ff_norm.bias"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.up.W": {"class": "variable", "shape": [model_dim, model_ff_2_dim], "param_name": "W", "name_scope": "lm/encoder/blocks/1/up", "init": "glorot_uniform", "L2": 1e-05},
  "lm.encoder.blocks.1.up.dot": {"class": "dot", "from": ["lm.encoder.blocks.1.ff_norm.add_2", "lm.encoder.blocks.1.up.W"], "reduce": model_dim, "out_shape": {batch_dim, time_dim, model_ff_2_dim}},
  "lm.encoder.blocks.1.up.b": {"class": "variable", "shape": [model_ff_2_dim], "param_name": "b", "name_scope": "lm/encoder/blocks/1/up", "init": 0.0, "L2": 1e-05},
  "lm.encoder.blocks.1.up.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.1.up.dot", "lm.encoder.blocks.1.up.b"], "out_shape": {batch_dim, time_dim, model_ff_2_dim}},
  "lm.encoder.blocks.1.relu": {"class": "activation", "from": "lm.encoder.blocks.1.up.add", "activation": "relu", "out_shape": {batch_dim, time_dim, model_ff_2_dim}},
  "lm.encoder.blocks.1.dropout_3": {"class": "dropout", "from": "lm.encoder.blocks.1.relu", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_ff_2_dim}},
  "lm.encoder.blocks.1.down.W": {"class": "variable", "shape": [model_ff_2_dim, model_dim], "param_name": "W", "name_scope": "lm/encoder/blocks/1/down", "init": "glorot_uniform", "L2": 1e-05},
  "lm.encoder.blocks.1.down.dot": {"class": "dot", "from": ["lm.encoder.blocks.1.dropout_3", "lm.encoder.blocks.1.down.W"], "reduce": model_ff_2_dim, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.down.b": {"class": "variable", "shape": [model_dim], "param_name": "b", "name_scope": "lm/encoder/blocks/1/down", "init": 0.0, "L2": 1e-05},
  "lm.encoder.blocks.1.down.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.1.down.dot", "lm.encoder.blocks.1.down.b"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.dropout_4": {"class": "dropout", "from": "lm.encoder.blocks.1.down.add", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.1.add", "lm.encoder.blocks.1.dropout_4"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.norm.mean": {"class": "reduce", "from": "lm.encoder.blocks.1.add_2", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.norm.sub": {"class": "combine", "kind": "sub", "from": ["lm.encoder.blocks.1.add_2", "lm.encoder.norm.mean"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.norm.square": {"class": "eval", "from": "lm.encoder.norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.norm.mean_2": {"class": "reduce", "from": "lm.encoder.norm.square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "lm.encoder.norm.add": {"class": "eval", "from": "lm.encoder.norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.norm.rsqrt": {"class": "eval", "from": "lm.encoder.norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "lm.encoder.norm.mul": {"class": "combine", "kind": "mul", "from": ["lm.encoder.norm.sub", "lm.encoder.norm.rsqrt"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.norm.scale": {"class": "variable", "shape": [model_dim], "param_name": "scale", "name_scope": "lm/encoder/norm", "init": 1.0, "L2": 1e-05},
  "lm.encoder.norm.mul_2": {"class": "combine", "kind": "mul", "from": ["lm.encoder.norm.mul", "lm.encoder.norm.scale"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.norm.bias": {"class": "variable", "shape": [model_dim], "param_name": "bias", "name_scope": "lm/encoder/norm", "init": 0.0, "L2": 1e-05},
  "lm.encoder.norm.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.norm.mul_2", "lm.encoder.norm.bias"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.output.W": {"class": "variable", "shape": [model_dim, subwords_dim], "param_name": "W", "name_scope": "lm/output", "init": "glorot_uniform", "L2": 1e-05},
  "lm.output.dot": {"class": "dot", "from": ["lm.encoder.norm.add_2", "lm.output.W"], "reduce": model_dim, "out_shape": {batch_dim, time_dim, subwords_dim}},
  "lm.output.b": {"class": "variable", "shape": [subwords_dim], "param_name": "b", "name_scope": "lm/output", "init": 0.0, "L2": 1e-05},
  "lm.output.add": {"class": "combine", "kind": "add", "from": ["lm.output.dot", "lm.output.b"], "out_shape": {batch_dim, time_dim, subwords_dim}},
  "ce": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "lm.output.add", "targets": "data:data", "axis": subwords_dim, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "output": {"class": "softmax_over_spatial", "from": "lm.output.add", "axis": subwords_dim, "use_time_mask": False, "out_shape": {batch_dim, time_dim, subwords_dim}},
}
batch_size = 5000
num_epochs = 2
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.001
model = "model/net"
