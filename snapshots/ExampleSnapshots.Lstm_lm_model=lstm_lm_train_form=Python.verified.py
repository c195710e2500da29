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
  "lm.embed": {"class": "linear", "from": "data:delayed", "out_dim": embed_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "lm/embed", "out_shape": {batch_dim, time_dim, embed_dim}},
  "lm.lower": {"class": "rec", "from": "lm.embed", "unit": "nativelstm2", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": lower_dim, "name_scope": "lm/lower/rec", "out_shape": {time_dim, batch_dim, lower_dim}},
  "lm.upper": {"class": "rec", "from": "lm.lower", "unit": "nativelstm2", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": upper_dim, "name_scope": "lm/upper/rec", "out_shape": {time_dim, batch_dim, upper_dim}},
  "ce": {"class": "softmax", "from": "lm.upper", "in_dim": upper_dim, "out_dim": words_dim, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "lm/next", "out_shape": {time_dim, batch_dim, words_dim}, "loss": "ce", "target": "data"},
}
batch_size = 1200
max_seqs = 32
num_epochs = 20
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.001
model = "model/net"
