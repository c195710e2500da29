#!rnn.py
# Written by NetDsl from the model monotonic_rnnt_train: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {"class": "HDFDataset", "files": ["train.hdf"], "seq_ordering": "laplace:.1000"}
dev = {"class": "HDFDataset", "files": ["dev.hdf"]}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
audio_dim = Dim(40, name="audio", kind=Dim.Types.Feature)
aligned_dim = Dim(None, name="aligned", kind=Dim.Types.Spatial)
labels_dim = Dim(1030, name="labels", kind=Dim.Types.Feature)
blank_dim = Dim(1, name="blank", kind=Dim.Types.Feature)
labels_blank_dim = labels_dim + blank_dim
cells_dim = Dim(1024, name="cells", kind=Dim.Types.Feature)
ceil_time_3_dim = time_dim.ceildiv_right(3)
_2_cells_dim = 2 * cells_dim
ceil_time_6_dim = time_dim.ceildiv_right(6)
encoded_dim = Dim(256, name="encoded", kind=Dim.Types.Feature)
label_embed_dim = Dim(621, name="label_embed", kind=Dim.Types.Feature)
embed_dim = Dim(128, name="embed", kind=Dim.Types.Feature)
frame_cells_dim = Dim(128, name="frame_cells", kind=Dim.Types.Feature)
frame_cells_encoded_dim = frame_cells_dim + encoded_dim
label_cells_dim = Dim(1024, name="label_cells", kind=Dim.Types.Feature)
frame_cells_encoded_label_cells_dim = frame_cells_encoded_dim + label_cells_dim
readout_dim = Dim(1000, name="readout", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, audio_dim), "dtype": "float32", "available_for_inference": True},
  "alignment": {"dim_tags": (batch_dim, aligned_dim), "dtype": "int32", "sparse_dim": labels_blank_dim},
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
  "encoder.bottleneck.W": {"class": "variable", "shape": [_2_cells_dim, encoded_dim], "param_name": "W", "name_scope": "encoder/bottleneck", "init": "glorot_uniform"},
  "encoder.bottleneck.dot": {"class": "dot", "from": ["encoder.lstms.copy", "encoder.bottleneck.W"], "reduce": _2_cells_dim, "out_shape": {ceil_time_6_dim, batch_dim, encoded_dim}},
  "encoder.bottleneck.b": {"class": "variable", "shape": [encoded_dim], "param_name": "b", "name_scope": "encoder/bottleneck", "init": 0.0},
  "encoder.bottleneck.add": {"class": "combine", "kind": "add", "from": ["encoder.bottleneck.dot", "encoder.bottleneck.b"], "out_shape": {ceil_time_6_dim, batch_dim, encoded_dim}},
  "reinterpret_data": {"class": "reinterpret_data", "from": "encoder.bottleneck.add", "set_dim_tags": {ceil_time_6_dim: aligned_dim}, "out_shape": {aligned_dim, batch_dim, encoded_dim}},
  "decoder.label_embed.W": {"class": "variable", "shape": [labels_blank_dim, label_embed_dim], "param_name": "W", "name_scope": "decoder/label_embed", "init": "glorot_uniform"},
  "decoder.embed.W": {"class": "variable", "shape": [labels_blank_dim, embed_dim], "param_name": "W", "name_scope": "decoder/embed", "init": "glorot_uniform"},
  "decoder.readout.W": {"class": "variable", "shape": [frame_cells_encoded_label_cells_dim, readout_dim], "param_name": "W", "name_scope": "decoder/readout", "init": "glorot_uniform"},
  "decoder.readout.b": {"class": "variable", "shape": [readout_dim], "param_name": "b", "name_scope": "decoder/readout", "init": 0.0},
  "decoder.label.W": {"class": "variable", "shape": [readout_dim, labels_dim], "param_name": "W", "name_scope": "decoder/label", "init": "glorot_uniform"},
  "decoder.label.b": {"class": "variable", "shape": [labels_dim], "param_name": "b", "name_scope": "decoder/label", "init": 0.0},
  "decoder.emit.W": {"class": "variable", "shape": [frame_cells_dim, blank_dim], "param_name": "W", "name_scope": "decoder/emit", "init": "glorot_uniform"},
  "decoder.emit.b": {"class": "variable", "shape": [blank_dim], "param_name": "b", "name_scope": "decoder/emit", "init": 0.0},
  "decoder.loop": {"class": "rec", "from": [], "axis": aligned_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:reinterpret_data", "axis": aligned_dim, "out_shape": {batch_dim, encoded_dim}},
    "compare": {"class": "compare", "from": "prev:choice", "kind": "not_equal", "value": 1030, "out_shape": {batch_dim}},
    "masked": {"class": "masked_computation", "from": [], "mask": "compare",
      "unit": {"class": "subnetwork", "from": [], "subnetwork": {
        "label_embed.gather": {"class": "gather", "from": "base:base:decoder.label_embed.W", "position": "base:prev:choice", "axis": labels_blank_dim, "out_shape": {batch_dim, label_embed_dim}},
        "output": {"class": "rec", "from": ["label_embed.gather", "base:unstack"], "unit": "nativelstm2", "out_dim": label_cells_dim, "name_scope": "label_lstm/rec", "out_shape": {batch_dim, label_cells_dim}},
      }},
      "name_scope": "",
      "out_shape": {batch_dim, label_cells_dim},
    },
    "embed.gather": {"class": "gather", "from": "base:decoder.embed.W", "position": "prev:choice", "axis": labels_blank_dim, "out_shape": {batch_dim, embed_dim}},
    "frame_lstm": {"class": "rec", "from": ["unstack", "embed.gather", "masked"], "unit": "nativelstm2", "out_dim": frame_cells_dim, "name_scope": "frame_lstm/rec", "out_shape": {batch_dim, frame_cells_dim}},
    "concat": {"class": "concat", "from": [["frame_lstm", frame_cells_dim], ["unstack", encoded_dim], ["masked", label_cells_dim]], "out_shape": {batch_dim, frame_cells_encoded_label_cells_dim}},
    "readout.dot": {"class": "dot", "from": ["concat", "base:decoder.readout.W"], "reduce": frame_cells_encoded_label_cells_dim, "out_shape": {batch_dim, readout_dim}},
    "readout.add": {"class": "combine", "kind": "add", "from": ["readout.dot", "base:decoder.readout.b"], "out_shape": {batch_dim, readout_dim}},
    "tanh": {"class": "activation", "from": "readout.add", "activation": "tanh", "out_shape": {batch_dim, readout_dim}},
    "label.dot": {"class": "dot", "from": ["tanh", "base:decoder.label.W"], "reduce": readout_dim, "out_shape": {batch_dim, labels_dim}},
    "label.add": {"class": "combine", "kind": "add", "from": ["label.dot", "base:decoder.label.b"], "out_shape": {batch_dim, labels_dim}},
    "log_softmax": {"class": "softmax_over_spatial", "from": "label.add", "axis": labels_dim, "use_time_mask": False, "log_space": True, "out_shape": {batch_dim, labels_dim}},
    "emit.dot": {"class": "dot", "from": ["frame_lstm", "base:decoder.emit.W"], "reduce": frame_cells_dim, "out_shape": {batch_dim, blank_dim}},
    "emit.add": {"class": "combine", "kind": "add", "from": ["emit.dot", "base:decoder.emit.b"], "out_shape": {batch_dim, blank_dim}},
    "squeeze": {"class": "squeeze", "from": "emit.add", "axis": blank_dim, "out_shape": {batch_dim}},
    "log_sigmoid": {"class": "activation", "from": "squeeze", "activation": "log_sigmoid", "out_shape": {batch_dim}},
    "add": {"class": "combine", "kind": "add", "from": ["log_softmax", "log_sigmoid"], "out_shape": {batch_dim, labels_dim}},
    "negate": {"class": "eval", "from": "emit.add", "eval": "-source(0)", "out_shape": {batch_dim, blank_dim}},
    "log_sigmoid_2": {"class": "activation", "from": "negate", "activation": "log_sigmoid", "out_shape": {batch_dim, blank_dim}},
    "output": {"class": "concat", "from": [["add", labels_dim], ["log_sigmoid_2", blank_dim]], "out_shape": {batch_dim, labels_blank_dim}},
    "choice": {"class": "choice", "from": "output", "target": "alignment", "beam_size": 12, "input_type": "log_prob", "length_normalization": False, "out_shape": {batch_dim, ImplicitSparseDim(labels_blank_dim)}, "initial_output": 0},
  }, "target": "alignment", "name_scope": "decoder", "out_shape": {aligned_dim, batch_dim, labels_blank_dim}},
  "ce": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "decoder.loop", "targets": "data:alignment", "axis": labels_blank_dim, "out_shape": {aligned_dim, batch_dim}, "loss": "as_is"},
}
batch_size = 10000
max_seqs = 200
num_epochs = 150
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.001
model = "model/net"
