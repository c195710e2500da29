#!rnn.py
# Written by NetDsl from the model transformer_lm_trial: change the model, not this file.
from returnn.tensor import Dim, batch_dim
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
model_ff_dim = Dim(128, name="model_ff", kind=Dim.Types.Feature)
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
  "lm.embedding": {"class": "linear", "from": "data:delayed", "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/embedding", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.mul": {"class": "eval", "from": "lm.embedding", "eval": "source(0) * 5.656854249492381", "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.dropout": {"class": "dropout", "from": "lm.mul", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.positions.positional_encoding": {"class": "positional_encoding", "from": "lm.dropout", "axis": time_dim, "add_to_input": True, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_norm": {"class": "layer_norm", "from": "lm.encoder.positions.positional_encoding", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/0/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att": {"class": "self_attention", "from": "lm.encoder.blocks.0.att_norm", "num_heads": 8, "total_key_dim": 32, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/0/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_out": {"class": "linear", "from": "lm.encoder.blocks.0.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/0/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.0.dropout": {"class": "dropout", "from": "lm.encoder.blocks.0.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.0.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.positions.positional_encoding", "lm.encoder.blocks.0.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.0.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/0/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.up": {"class": "linear", "from": "lm.encoder.blocks.0.ff_norm", "in_dim": model_dim, "out_dim": model_ff_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/0/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "lm.encoder.blocks.0.down": {"class": "linear", "from": "lm.encoder.blocks.0.up", "in_dim": model_ff_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/0/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.0.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.add", "lm.encoder.blocks.0.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.0.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/1/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att": {"class": "self_attention", "from": "lm.encoder.blocks.1.att_norm", "num_heads": 8, "total_key_dim": 32, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/1/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_out": {"class": "linear", "from": "lm.encoder.blocks.1.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/1/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.1.dropout": {"class": "dropout", "from": "lm.encoder.blocks.1.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.1.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.add_2", "lm.encoder.blocks.1.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.1.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/1/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.up": {"class": "linear", "from": "lm.encoder.blocks.1.ff_norm", "in_dim": model_dim, "out_dim": model_ff_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/1/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "lm.encoder.blocks.1.down": {"class": "linear", "from": "lm.encoder.blocks.1.up", "in_dim": model_ff_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/1/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.1.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.1.add", "lm.encoder.blocks.1.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.norm": {"class": "layer_norm", "from": "lm.encoder.blocks.1.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "output": {"class": "softmax", "from": "lm.encoder.norm", "in_dim": model_dim, "out_dim": subwords_dim, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/output", "L2": 1e-05, "out_shape": {batch_dim, time_dim, subwords_dim}, "loss": "ce", "target": "data"},
}
batch_size = 5000
num_epochs = 2
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.001
model = "model/net"
