// Which primitive operators know complex numbers, that lie as pairs where others see one number.
// What is not named here would take the halves of pairs for numbers: for complex tensors it is not
// supported yet, where PyTorch does not refuse them itself.

const moving =
  'reshape permute expand slice as_strided as_strided_scatter cat flip to_dtype where masked_fill ' +
  'gather scatter scatter.value index_select index_copy index_fill index index.mask index_put ' +
  'masked_select masked_scatter take put where.condition tril triu pad nonzero full eye_of';

const computing =
  'add sub rsub mul div rdiv neg pow float_power abs sgn angle conj_physical real_part ' +
  'imaginary_part view_as_complex view_as_real polar complex exp log sqrt rsqrt reciprocal sin cos ' +
  'sum mean prod all any logical_not logical_and logical_or logical_xor eq ne isnan isinf isfinite isreal shapes_differ all_true ' +
  'fft_complex fft_real fft_back eig eigvals p_norm batched_product cumsum cumprod ' +
  'tan asin acos atan sinh cosh tanh asinh acosh atanh log2 log10 log1p ' +
  'count_nonzero isclose variance deviation trace overlap_add';

export const knowsComplex: ReadonlySet<string> = new Set(`${moving} ${computing}`.split(' '));
