#!rnn.py
# Written by NetDsl from the model transformer_lm: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {
  "class": "LmDataset",
  "corpus_file": "data/train.txt.gz",
  "orth_symbols_map_file": "data/bpe.vocab",
  "word_based": True,
  "seq_end_symbol": "<s>",
  "unknown_symbol": "<unk>",
  "add_delayed_seq_data": True,
  "delayed_seq_data_start_symbol": "<s>",
  "seq_ordering": "laplace:.1000",
  "partition_epoch": 20,
}
dev = {
  "class": "LmDataset",
  "corpus_file": "data/dev.txt.gz",
  "orth_symbols_map_file": "data/bpe.vocab",
  "word_based": True,
  "seq_end_symbol": "<s>",
  "unknown_symbol": "<unk>",
  "add_delayed_seq_data": True,
  "delayed_seq_data_start_symbol": "<s>",
  "seq_ordering": "sorted",
}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
subwords_dim = Dim(10025, name="subwords", kind=Dim.Types.Feature)
model_dim = Dim(512, name="model", kind=Dim.Types.Feature)
model_ff_dim = Dim(2048, name="model_ff", kind=Dim.Types.Feature)
model_ff_2_dim = Dim(2048, name="model_ff_2", kind=Dim.Types.Feature)
model_ff_3_dim = Dim(2048, name="model_ff_3", kind=Dim.Types.Feature)
model_ff_4_dim = Dim(2048, name="model_ff_4", kind=Dim.Types.Feature)
model_ff_5_dim = Dim(2048, name="model_ff_5", kind=Dim.Types.Feature)
model_ff_6_dim = Dim(2048, name="model_ff_6", kind=Dim.Types.Feature)
model_ff_7_dim = Dim(2048, name="model_ff_7", kind=Dim.Types.Feature)
model_ff_8_dim = Dim(2048, name="model_ff_8", kind=Dim.Types.Feature)
model_ff_9_dim = Dim(2048, name="model_ff_9", kind=Dim.Types.Feature)
model_ff_10_dim = Dim(2048, name="model_ff_10", kind=Dim.Types.Feature)
model_ff_11_dim = Dim(2048, name="model_ff_11", kind=Dim.Types.Feature)
model_ff_12_dim = Dim(2048, name="model_ff_12", kind=Dim.Types.Feature)
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
  "0_order": {"class": "identity", "from": "0_zero", "control_dependencies": ["lm.encoder.blocks.5.add", "lm.encoder.blocks.5.ff_norm", "lm.encoder.blocks.8.add", "lm.encoder.blocks.8.ff_norm", "lm.encoder.blocks.11.add", "lm.encoder.blocks.11.ff_norm"], "is_output_layer": True},
  "lm.embedding": {"class": "linear", "from": "data:delayed", "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/embedding", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.mul": {"class": "eval", "from": "lm.embedding", "eval": "source(0) * 22.627416997969522", "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.dropout": {"class": "dropout", "from": "lm.mul", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.positions.positional_encoding": {"class": "positional_encoding", "from": "lm.dropout", "axis": time_dim, "add_to_input": True, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_norm": {"class": "layer_norm", "from": "lm.encoder.positions.positional_encoding", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/0/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att": {"class": "self_attention", "from": "lm.encoder.blocks.0.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/0/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.att_out": {"class": "linear", "from": "lm.encoder.blocks.0.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/0/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.0.dropout": {"class": "dropout", "from": "lm.encoder.blocks.0.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.0.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.positions.positional_encoding", "lm.encoder.blocks.0.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.0.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/0/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.up": {"class": "linear", "from": "lm.encoder.blocks.0.ff_norm", "in_dim": model_dim, "out_dim": model_ff_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/0/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "lm.encoder.blocks.0.down": {"class": "linear", "from": "lm.encoder.blocks.0.up", "in_dim": model_ff_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/0/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.0.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.0.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.add", "lm.encoder.blocks.0.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.0.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/1/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att": {"class": "self_attention", "from": "lm.encoder.blocks.1.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/1/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.att_out": {"class": "linear", "from": "lm.encoder.blocks.1.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/1/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.1.dropout": {"class": "dropout", "from": "lm.encoder.blocks.1.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.1.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.0.add_2", "lm.encoder.blocks.1.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.1.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/1/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.up": {"class": "linear", "from": "lm.encoder.blocks.1.ff_norm", "in_dim": model_dim, "out_dim": model_ff_2_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/1/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_2_dim}},
  "lm.encoder.blocks.1.down": {"class": "linear", "from": "lm.encoder.blocks.1.up", "in_dim": model_ff_2_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/1/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.1.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.1.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.1.add", "lm.encoder.blocks.1.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.2.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.1.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/2/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.2.att": {"class": "self_attention", "from": "lm.encoder.blocks.2.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/2/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.2.att_out": {"class": "linear", "from": "lm.encoder.blocks.2.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/2/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.2.dropout": {"class": "dropout", "from": "lm.encoder.blocks.2.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.2.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.1.add_2", "lm.encoder.blocks.2.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.2.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.2.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/2/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.2.up": {"class": "linear", "from": "lm.encoder.blocks.2.ff_norm", "in_dim": model_dim, "out_dim": model_ff_3_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/2/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_3_dim}},
  "lm.encoder.blocks.2.down": {"class": "linear", "from": "lm.encoder.blocks.2.up", "in_dim": model_ff_3_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/2/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.2.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.2.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.2.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.2.add", "lm.encoder.blocks.2.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.3.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.2.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/3/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.3.att": {"class": "self_attention", "from": "lm.encoder.blocks.3.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/3/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.3.att_out": {"class": "linear", "from": "lm.encoder.blocks.3.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/3/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.3.dropout": {"class": "dropout", "from": "lm.encoder.blocks.3.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.3.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.2.add_2", "lm.encoder.blocks.3.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.3.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.3.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/3/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.3.up": {"class": "linear", "from": "lm.encoder.blocks.3.ff_norm", "in_dim": model_dim, "out_dim": model_ff_4_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/3/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_4_dim}},
  "lm.encoder.blocks.3.down": {"class": "linear", "from": "lm.encoder.blocks.3.up", "in_dim": model_ff_4_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/3/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.3.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.3.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.3.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.3.add", "lm.encoder.blocks.3.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.4.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.3.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/4/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.4.att": {"class": "self_attention", "from": "lm.encoder.blocks.4.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/4/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.4.att_out": {"class": "linear", "from": "lm.encoder.blocks.4.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/4/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.4.dropout": {"class": "dropout", "from": "lm.encoder.blocks.4.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.4.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.3.add_2", "lm.encoder.blocks.4.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.4.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.4.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/4/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.4.up": {"class": "linear", "from": "lm.encoder.blocks.4.ff_norm", "in_dim": model_dim, "out_dim": model_ff_5_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/4/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_5_dim}},
  "lm.encoder.blocks.4.down": {"class": "linear", "from": "lm.encoder.blocks.4.up", "in_dim": model_ff_5_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/4/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.4.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.4.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.4.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.4.add", "lm.encoder.blocks.4.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.5.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.4.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/5/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.5.att": {"class": "self_attention", "from": "lm.encoder.blocks.5.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/5/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.5.att_out": {"class": "linear", "from": "lm.encoder.blocks.5.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/5/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.5.dropout": {"class": "dropout", "from": "lm.encoder.blocks.5.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.5.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.4.add_2", "lm.encoder.blocks.5.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.5.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.5.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/5/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.5.up": {"class": "linear", "from": "lm.encoder.blocks.5.ff_norm", "in_dim": model_dim, "out_dim": model_ff_6_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/5/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_6_dim}},
  "lm.encoder.blocks.5.down": {"class": "linear", "from": "lm.encoder.blocks.5.up", "in_dim": model_ff_6_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/5/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.5.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.5.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.5.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.5.add", "lm.encoder.blocks.5.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.6.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.5.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/6/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.6.att": {"class": "self_attention", "from": "lm.encoder.blocks.6.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/6/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.6.att_out": {"class": "linear", "from": "lm.encoder.blocks.6.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/6/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.6.dropout": {"class": "dropout", "from": "lm.encoder.blocks.6.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.6.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.5.add_2", "lm.encoder.blocks.6.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.6.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.6.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/6/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.6.up": {"class": "linear", "from": "lm.encoder.blocks.6.ff_norm", "in_dim": model_dim, "out_dim": model_ff_7_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/6/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_7_dim}},
  "lm.encoder.blocks.6.down": {"class": "linear", "from": "lm.encoder.blocks.6.up", "in_dim": model_ff_7_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/6/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.6.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.6.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.6.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.6.add", "lm.encoder.blocks.6.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.7.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.6.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/7/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.7.att": {"class": "self_attention", "from": "lm.encoder.blocks.7.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/7/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.7.att_out": {"class": "linear", "from": "lm.encoder.blocks.7.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/7/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.7.dropout": {"class": "dropout", "from": "lm.encoder.blocks.7.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.7.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.6.add_2", "lm.encoder.blocks.7.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.7.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.7.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/7/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.7.up": {"class": "linear", "from": "lm.encoder.blocks.7.ff_norm", "in_dim": model_dim, "out_dim": model_ff_8_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/7/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_8_dim}},
  "lm.encoder.blocks.7.down": {"class": "linear", "from": "lm.encoder.blocks.7.up", "in_dim": model_ff_8_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/7/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.7.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.7.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.7.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.7.add", "lm.encoder.blocks.7.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.8.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.7.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/8/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.8.att": {"class": "self_attention", "from": "lm.encoder.blocks.8.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/8/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.8.att_out": {"class": "linear", "from": "lm.encoder.blocks.8.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/8/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.8.dropout": {"class": "dropout", "from": "lm.encoder.blocks.8.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.8.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.7.add_2", "lm.encoder.blocks.8.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.8.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.8.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/8/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.8.up": {"class": "linear", "from": "lm.encoder.blocks.8.ff_norm", "in_dim": model_dim, "out_dim": model_ff_9_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/8/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_9_dim}},
  "lm.encoder.blocks.8.down": {"class": "linear", "from": "lm.encoder.blocks.8.up", "in_dim": model_ff_9_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/8/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.8.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.8.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.8.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.8.add", "lm.encoder.blocks.8.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.9.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.8.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/9/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.9.att": {"class": "self_attention", "from": "lm.encoder.blocks.9.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/9/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.9.att_out": {"class": "linear", "from": "lm.encoder.blocks.9.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/9/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.9.dropout": {"class": "dropout", "from": "lm.encoder.blocks.9.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.9.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.8.add_2", "lm.encoder.blocks.9.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.9.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.9.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/9/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.9.up": {"class": "linear", "from": "lm.encoder.blocks.9.ff_norm", "in_dim": model_dim, "out_dim": model_ff_10_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/9/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_10_dim}},
  "lm.encoder.blocks.9.down": {"class": "linear", "from": "lm.encoder.blocks.9.up", "in_dim": model_ff_10_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/9/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.9.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.9.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.9.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.9.add", "lm.encoder.blocks.9.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.10.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.9.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/10/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.10.att": {"class": "self_attention", "from": "lm.encoder.blocks.10.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/10/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.10.att_out": {"class": "linear", "from": "lm.encoder.blocks.10.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/10/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.10.dropout": {"class": "dropout", "from": "lm.encoder.blocks.10.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.10.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.9.add_2", "lm.encoder.blocks.10.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.10.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.10.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/10/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.10.up": {"class": "linear", "from": "lm.encoder.blocks.10.ff_norm", "in_dim": model_dim, "out_dim": model_ff_11_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/10/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_11_dim}},
  "lm.encoder.blocks.10.down": {"class": "linear", "from": "lm.encoder.blocks.10.up", "in_dim": model_ff_11_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/10/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.10.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.10.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.10.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.10.add", "lm.encoder.blocks.10.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.11.att_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.10.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/11/att_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.11.att": {"class": "self_attention", "from": "lm.encoder.blocks.11.att_norm", "num_heads": 8, "total_key_dim": 512, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/11/att", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.11.att_out": {"class": "linear", "from": "lm.encoder.blocks.11.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/encoder/blocks/11/att_out", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.11.dropout": {"class": "dropout", "from": "lm.encoder.blocks.11.att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "lm.encoder.blocks.11.add": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.10.add_2", "lm.encoder.blocks.11.dropout"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.11.ff_norm": {"class": "layer_norm", "from": "lm.encoder.blocks.11.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/blocks/11/ff_norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.11.up": {"class": "linear", "from": "lm.encoder.blocks.11.ff_norm", "in_dim": model_dim, "out_dim": model_ff_12_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/11/up", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_ff_12_dim}},
  "lm.encoder.blocks.11.down": {"class": "linear", "from": "lm.encoder.blocks.11.up", "in_dim": model_ff_12_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/encoder/blocks/11/down", "L2": 1e-05, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.11.dropout_2": {"class": "dropout", "from": "lm.encoder.blocks.11.down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.blocks.11.add_2": {"class": "combine", "kind": "add", "from": ["lm.encoder.blocks.11.add", "lm.encoder.blocks.11.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "lm.encoder.norm": {"class": "layer_norm", "from": "lm.encoder.blocks.11.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "lm/encoder/norm", "L2": 1e-05, "out_shape": {batch_dim, time_dim, model_dim}},
  "output": {"class": "softmax", "from": "lm.encoder.norm", "in_dim": model_dim, "out_dim": subwords_dim, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/output", "L2": 1e-05, "out_shape": {batch_dim, time_dim, subwords_dim}, "loss": "ce", "target": "data"},
}
batch_size = 1350
max_seqs = 32
num_epochs = 30
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-09}
learning_rate = 0.0001
model = "model/net"
gradient_clip_global_norm = 2.0
accum_grad_multiple_step = 6
