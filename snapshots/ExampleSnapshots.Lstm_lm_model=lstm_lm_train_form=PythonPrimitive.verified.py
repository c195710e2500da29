#!rnn.py
# Written by NetDsl from the model lstm_lm_train: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {
  "class": "LmDataset",
  "corpus_file": "train.txt",
  "orth_symbols_map_file": "words.txt",
  "word_based": True,
  "add_delayed_seq_data": True,
  "seq_end_symbol": "</s>",
}
dev = {
  "class": "LmDataset",
  "corpus_file": "dev.txt",
  "orth_symbols_map_file": "words.txt",
  "word_based": True,
  "add_delayed_seq_data": True,
  "seq_end_symbol": "</s>",
}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
words_dim = Dim(10000, name="words", kind=Dim.Types.Feature)
embed_dim = Dim(128, name="embed", kind=Dim.Types.Feature)
lower_dim = Dim(1024, name="lower", kind=Dim.Types.Feature)
upper_dim = Dim(1024, name="upper", kind=Dim.Types.Feature)
extern_data = {
  "data": {
    "dim_tags": (batch_dim, time_dim),
    "dtype": "int32",
    "sparse_dim": words_dim,
    "available_for_inference": True,
  },
  "delayed": {
    "dim_tags": (batch_dim, time_dim),
    "dtype": "int32",
    "sparse_dim": words_dim,
    "available_for_inference": True,
  },
}
network = {
  "lm.embed.W": {"class": "variable", "shape": [words_dim, embed_dim], "param_name": "W", "name_scope": "lm/embed", "init": "glorot_uniform"},
  "lm.embed.gather": {"class": "gather", "from": "lm.embed.W", "position": "data:delayed", "axis": words_dim, "out_shape": {batch_dim, time_dim, embed_dim}},
  "lm.lower": {"class": "rec", "from": "lm.embed.gather", "unit": "nativelstm2", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": lower_dim, "name_scope": "lm/lower/rec", "out_shape": {time_dim, batch_dim, lower_dim}},
  "lm.upper": {"class": "rec", "from": "lm.lower", "unit": "nativelstm2", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": upper_dim, "name_scope": "lm/upper/rec", "out_shape": {time_dim, batch_dim, upper_dim}},
  "lm.next.W": {"class": "variable", "shape": [upper_dim, words_dim], "param_name": "W", "name_scope": "lm/next", "init": "glorot_uniform"},
  "lm.next.dot": {"class": "dot", "from": ["lm.upper", "lm.next.W"], "reduce": upper_dim, "out_shape": {time_dim, batch_dim, words_dim}},
  "lm.next.b": {"class": "variable", "shape": [words_dim], "param_name": "b", "name_scope": "lm/next", "init": 0.0},
  "lm.next.add": {"class": "combine", "kind": "add", "from": ["lm.next.dot", "lm.next.b"], "out_shape": {time_dim, batch_dim, words_dim}},
  "ce": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "lm.next.add", "targets": "data:data", "axis": words_dim, "out_shape": {time_dim, batch_dim}, "loss": "as_is"},
}
batch_size = 1200
max_seqs = 32
num_epochs = 20
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.001
model = "model/net"
