#!rnn.py
# Written by NetDsl from the model attention_lstm_search: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
task = "search"
train = {"class": "HDFDataset", "files": ["train.hdf"]}
dev = {"class": "HDFDataset", "files": ["dev.hdf"]}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
audio_dim = Dim(40, name="audio", kind=Dim.Types.Feature)
label_time_dim = Dim(None, name="label_time", kind=Dim.Types.Spatial)
labels_dim = Dim(1000, name="labels", kind=Dim.Types.Feature)
cells_dim = Dim(1024, name="cells", kind=Dim.Types.Feature)
ceil_time_3_dim = time_dim.ceildiv_right(3)
_2_cells_dim = 2 * cells_dim
ceil_time_6_dim = time_dim.ceildiv_right(6)
keys_dim = Dim(1024, name="keys", kind=Dim.Types.Feature)
filter_width_dim = Dim(5, name="filter_width", kind=Dim.Types.Spatial)
read_dim = Dim(1, name="read", kind=Dim.Types.Feature)
location_dim = Dim(32, name="location", kind=Dim.Types.Feature)
label_time_found_dim = Dim(None, name="label_time_found", kind=Dim.Types.Spatial)
embed_dim = Dim(621, name="embed", kind=Dim.Types.Feature)
s_dim = Dim(1000, name="s", kind=Dim.Types.Feature)
energy_dim = Dim(1, name="energy", kind=Dim.Types.Feature)
readout_dim = Dim(1000, name="readout", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, audio_dim), "dtype": "float32", "available_for_inference": True},
  "classes": {"dim_tags": (batch_dim, label_time_dim), "dtype": "int32", "sparse_dim": labels_dim},
}
network = {
  "encoder.lstms.layers.0.forward": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/0/forward/rec", "out_shape": {time_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.0.backward": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "direction": -1, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/0/backward/rec", "out_shape": {time_dim, batch_dim, cells_dim}},
  "encoder.lstms.pool": {"class": "pool", "from": ["encoder.lstms.layers.0.forward", "encoder.lstms.layers.0.backward"], "mode": "max", "pool_size": [3], "strides": [3], "padding": "same", "in_spatial_dims": [time_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_3_dim, _2_cells_dim}},
  "encoder.lstms.layers.1.forward": {"class": "rec", "from": "encoder.lstms.pool", "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/1/forward/rec", "out_shape": {ceil_time_3_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.1.backward": {"class": "rec", "from": "encoder.lstms.pool", "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/1/backward/rec", "out_shape": {ceil_time_3_dim, batch_dim, cells_dim}},
  "encoder.lstms.pool_2": {"class": "pool", "from": ["encoder.lstms.layers.1.forward", "encoder.lstms.layers.1.backward"], "mode": "max", "pool_size": [2], "strides": [2], "padding": "same", "in_spatial_dims": [ceil_time_3_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_6_dim, _2_cells_dim}},
  "encoder.lstms.layers.2.forward": {"class": "rec", "from": "encoder.lstms.pool_2", "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/2/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.2.backward": {"class": "rec", "from": "encoder.lstms.pool_2", "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/2/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.3.forward": {"class": "rec", "from": ["encoder.lstms.layers.2.forward", "encoder.lstms.layers.2.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/3/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.3.backward": {"class": "rec", "from": ["encoder.lstms.layers.2.forward", "encoder.lstms.layers.2.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/3/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.4.forward": {"class": "rec", "from": ["encoder.lstms.layers.3.forward", "encoder.lstms.layers.3.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/4/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.4.backward": {"class": "rec", "from": ["encoder.lstms.layers.3.forward", "encoder.lstms.layers.3.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/4/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.5.forward": {"class": "rec", "from": ["encoder.lstms.layers.4.forward", "encoder.lstms.layers.4.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/5/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.5.backward": {"class": "rec", "from": ["encoder.lstms.layers.4.forward", "encoder.lstms.layers.4.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/5/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.copy": {"class": "copy", "from": ["encoder.lstms.layers.5.forward", "encoder.lstms.layers.5.backward"], "out_dim": _2_cells_dim, "out_shape": {ceil_time_6_dim, batch_dim, _2_cells_dim}},
  "decoder.length": {"class": "length", "from": "encoder.lstms.copy", "axis": ceil_time_6_dim, "dtype": "int32", "out_shape": {batch_dim}},
  "decoder.max": {"class": "reduce", "from": "decoder.length", "mode": "max", "axes": [batch_dim], "use_time_mask": False, "out_shape": set()},
  "decoder.attention.source": {"class": "linear", "from": "encoder.lstms.copy", "in_dim": _2_cells_dim, "out_dim": keys_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "decoder/attention/source", "out_shape": {ceil_time_6_dim, batch_dim, keys_dim}},
  "decoder.attention.filter": {"class": "variable", "shape": [filter_width_dim, read_dim, location_dim], "param_name": "filter", "name_scope": "decoder/attention", "init": "glorot_uniform"},
  "zeros": {"class": "constant", "value": 0.0, "shape": [batch_dim, ceil_time_6_dim], "dtype": "float32"},
  "decoder.loop": {"class": "rec", "from": [], "axis": label_time_found_dim, "unit": {
    "embed": {"class": "linear", "from": "prev:output", "out_dim": embed_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "embed", "out_shape": {batch_dim, embed_dim}},
    "s": {"class": "rec", "from": ["embed", "prev:context"], "unit": "nativelstm2", "out_dim": s_dim, "name_scope": "s/rec", "out_shape": {batch_dim, s_dim}},
    "attention.expand_dims": {"class": "expand_dims", "from": "prev:read", "axis": "f", "dim": read_dim, "out_shape": {batch_dim, ceil_time_6_dim, read_dim}},
    "attention.conv": {"class": "conv", "from": "attention.expand_dims", "filter_size": [5], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 1, "in_spatial_dims": [ceil_time_6_dim], "out_dim": location_dim, "with_bias": False, "activation": None, "reuse_params": {"map": {"W": {"layer_output": "base:decoder.attention.filter"}}}, "out_shape": {batch_dim, ceil_time_6_dim, location_dim}},
    "attention.location": {"class": "linear", "from": "attention.conv", "out_dim": keys_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "attention/location", "out_shape": {batch_dim, ceil_time_6_dim, keys_dim}},
    "attention.query": {"class": "linear", "from": "s", "out_dim": keys_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "attention/query", "out_shape": {batch_dim, keys_dim}},
    "attention.tanh": {"class": "eval", "from": ["base:decoder.attention.source", "attention.location", "attention.query"], "eval": "tf.tanh(source(0) + source(1) + source(2))", "out_shape": {ceil_time_6_dim, batch_dim, keys_dim}},
    "attention.energy": {"class": "linear", "from": "attention.tanh", "out_dim": energy_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "attention/energy", "out_shape": {ceil_time_6_dim, batch_dim, energy_dim}},
    "attention.squeeze": {"class": "squeeze", "from": "attention.energy", "axis": energy_dim, "out_shape": {ceil_time_6_dim, batch_dim}},
    "attention.softmax": {"class": "softmax_over_spatial", "from": "attention.squeeze", "axis": ceil_time_6_dim, "use_time_mask": True, "out_shape": {ceil_time_6_dim, batch_dim}},
    "context": {"class": "dot", "from": ["attention.softmax", "base:encoder.lstms.copy"], "reduce": ceil_time_6_dim, "out_shape": {batch_dim, _2_cells_dim}, "initial_output": 0.0},
    "read": {"class": "combine", "kind": "add", "from": ["prev:read", "attention.softmax"], "out_shape": {batch_dim, ceil_time_6_dim}, "initial_output": "base:zeros"},
    "readout": {"class": "linear", "from": ["s", "embed", "context"], "out_dim": readout_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "readout", "out_shape": {batch_dim, readout_dim}},
    "output_prob": {"class": "linear", "from": "readout", "out_dim": labels_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "output_prob", "out_shape": {batch_dim, labels_dim}},
    "output": {"class": "choice", "from": "output_prob", "target": "classes", "beam_size": 12, "input_type": "logits", "length_normalization": True, "out_shape": {batch_dim, ImplicitSparseDim(labels_dim)}, "initial_output": 0},
    "end": {"class": "compare", "from": "output", "kind": "equal", "value": 0, "out_shape": {batch_dim}},
  }, "max_seq_len_via": "decoder.max", "include_eos": False, "target": "classes", "name_scope": "decoder", "out_shape": {label_time_found_dim, batch_dim, ImplicitSparseDim(labels_dim)}},
  "output": {"class": "decide", "from": "decoder.loop", "length_normalization": False, "out_shape": {label_time_found_dim, batch_dim, ImplicitSparseDim(labels_dim)}},
}
batch_size = 20000
max_seqs = 200
num_epochs = 150
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.0008
model = "model/net"
