#!rnn.py
# Written by NetDsl from the model decoder: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
label_time_dim = Dim(None, name="label_time", kind=Dim.Types.Spatial)
labels_vocab_dim = Dim(5, name="labels_vocab", kind=Dim.Types.Feature)
att_dim = Dim(4, name="att", kind=Dim.Types.Feature)
s_dim = Dim(4, name="s", kind=Dim.Types.Feature)
energy_dim = Dim(1, name="energy", kind=Dim.Types.Feature)
readout_dim = Dim(6, name="readout", kind=Dim.Types.Feature)
embed_dim = Dim(4, name="embed", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "classes": {"dim_tags": (batch_dim, label_time_dim), "dtype": "int32", "sparse_dim": labels_vocab_dim},
}
network = {
  "decoder.enc": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": att_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "decoder/enc", "out_shape": {batch_dim, time_dim, att_dim}},
  "decoder.enc_ctx": {"class": "linear", "from": "decoder.enc", "in_dim": att_dim, "out_dim": att_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "decoder/enc_ctx", "out_shape": {batch_dim, time_dim, att_dim}},
  "decoder.loop": {"class": "rec", "from": [], "axis": label_time_dim, "unit": {
    "s": {"class": "rec", "from": ["prev:embed", "prev:att"], "unit": "standardlstm", "out_dim": s_dim, "name_scope": "s/rec", "out_shape": {batch_dim, s_dim}},
    "s_tr": {"class": "linear", "from": "s", "out_dim": att_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "s_tr", "out_shape": {batch_dim, att_dim}},
    "tanh": {"class": "eval", "from": ["base:decoder.enc_ctx", "s_tr"], "eval": "tf.tanh(source(0) + source(1))", "out_shape": {batch_dim, time_dim, att_dim}},
    "energy": {"class": "linear", "from": "tanh", "out_dim": energy_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "energy", "out_shape": {batch_dim, time_dim, energy_dim}},
    "squeeze": {"class": "squeeze", "from": "energy", "axis": energy_dim, "out_shape": {batch_dim, time_dim}},
    "softmax": {"class": "softmax_over_spatial", "from": "squeeze", "axis": time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim}},
    "att": {"class": "dot", "from": ["softmax", "base:decoder.enc"], "reduce": time_dim, "out_shape": {batch_dim, att_dim}, "initial_output": 0.0},
    "readout": {"class": "linear", "from": ["s", "att"], "out_dim": readout_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "readout", "out_shape": {batch_dim, readout_dim}},
    "output": {"class": "linear", "from": "readout", "out_dim": labels_vocab_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "output_prob", "out_shape": {batch_dim, labels_vocab_dim}},
    "choice": {"class": "choice", "from": "output", "target": "classes", "beam_size": 3, "input_type": "logits", "length_normalization": True, "out_shape": {batch_dim, ImplicitSparseDim(labels_vocab_dim)}, "initial_output": 0},
    "embed": {"class": "linear", "from": "choice", "out_dim": embed_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "embed", "out_shape": {batch_dim, embed_dim}, "initial_output": 0.0},
  }, "target": "classes", "name_scope": "decoder", "out_shape": {label_time_dim, batch_dim, labels_vocab_dim}},
  "ce": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "decoder.loop", "targets": "data:classes", "axis": labels_vocab_dim, "out_shape": {label_time_dim, batch_dim}, "loss": "as_is"},
}
