# Transformers: encoder, decoder, both; norm first; masks and padding.
import torch
import torch.nn as nn

torch.manual_seed(3)
encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, batch_first=True), 2)
print(encoder)
x = torch.randn(2, 4, 8)
print(encoder.eval()(x)[0].tolist())
padding = torch.tensor([[False, False, False, True], [False, False, True, True]])
with torch.no_grad():
    print(encoder(x, src_key_padding_mask=padding).tolist())
decoder = nn.TransformerDecoderLayer(8, 2, 16, dropout=0.0, norm_first=True, activation='gelu')
print(decoder(torch.randn(3, 2, 8), torch.randn(5, 2, 8))[0].tolist())
model = nn.Transformer(8, 2, 1, 1, 16, dropout=0.0)
mask = model.generate_square_subsequent_mask(3)
print(mask)
print(model(torch.randn(5, 2, 8), torch.randn(3, 2, 8), tgt_mask=mask)[0].tolist())
print(sum(p.numel() for p in model.parameters()))
