// The functions that take `out=`, and which check meets an `out` of another dtype. Facts of 1.13,
// written by test/torch/record_out.py.

export type OutCheck = 'cast' | 'cat' | 'exact' | 'found';

const names: Readonly<Record<OutCheck | 'other', string>> = {
  cast: `
    acos acosh add addcdiv addcmul addr angle arccos arccosh arcsin arcsinh arctan arctan2
    arctanh asin asinh atan atan2 atanh clamp clamp_max clamp_min clip copysign cos cosh deg2rad
    digamma eq erf erfc erfinv exp exp2 expm1 floor_divide fmax fmin fmod ge ger greater
    greater_equal gt hypot i0 igamma igammac kron ldexp le lerp less less_equal lgamma log log10
    log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor logit lt
    maximum minimum mul multiply ne nextafter not_equal outer pow rad2deg reciprocal remainder
    rsqrt sigmoid sin sinc sinh special_airy_ai special_bessel_j0 special_bessel_j1
    special_bessel_y0 special_bessel_y1 special_chebyshev_polynomial_t
    special_chebyshev_polynomial_u special_chebyshev_polynomial_v special_chebyshev_polynomial_w
    special_digamma special_entr special_erf special_erfc special_erfcx special_erfinv
    special_exp2 special_expit special_expm1 special_gammaln special_hermite_polynomial_h
    special_hermite_polynomial_he special_i0 special_i0e special_i1 special_i1e
    special_laguerre_polynomial_l special_legendre_polynomial_p special_log1p special_log_ndtr
    special_logit special_modified_bessel_i0 special_modified_bessel_i1
    special_modified_bessel_k0 special_modified_bessel_k1 special_ndtr special_ndtri special_psi
    special_scaled_modified_bessel_k0 special_scaled_modified_bessel_k1
    special_shifted_chebyshev_polynomial_t special_shifted_chebyshev_polynomial_u
    special_shifted_chebyshev_polynomial_v special_shifted_chebyshev_polynomial_w special_sinc
    special_spherical_bessel_j0 special_xlog1py special_xlogy special_zeta sqrt sub subtract tan
    tanh true_divide xlogy`,
  cat: `
    cat column_stack concat concatenate dstack hstack row_stack stack vstack`,
  exact: `
    addmm addmv argmax argmin avg_pool2d avg_pool3d baddbmm bmm cross gather index_add index_copy
    index_reduce inverse isin linalg_cholesky linalg_cross linalg_det linalg_eigvalsh linalg_inv
    linalg_ldl_solve linalg_lu_solve linalg_solve linalg_svdvals linalg_vector_norm linear
    log_softmax lu_solve mm msort mv renorm scatter scatter_add softmax take_along_dim tril triu`,
  found: `
    abs absolute ceil conj_physical fix floor frac gelu hardshrink neg negative round sgn sign
    softplus softshrink special_round square trunc`,
  other: `
    addbmm alias_copy all amax amin aminmax any arange as_strided_copy batch_norm_elemt bernoulli
    bitwise_and bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor
    bucketize cholesky cholesky_inverse cholesky_solve col_indices_copy complex crow_indices_copy
    cummax cummin cumprod cumsum detach_copy diag diagonal_copy diff div divide dot empty
    expand_copy eye fft_fft fft_fft2 fft_fftfreq fft_fftn fft_hfft fft_hfft2 fft_hfftn fft_ifft
    fft_ifft2 fft_ifftn fft_ihfft fft_ihfft2 fft_ihfftn fft_irfft fft_irfft2 fft_irfftn fft_rfft
    fft_rfft2 fft_rfftfreq fft_rfftn float_power frexp frobenius_norm full gcd geqrf heaviside
    histc histogram hspmm index_select indices_copy inner isneginf isposinf kthvalue lcm
    linalg_cholesky_ex linalg_cond linalg_eig linalg_eigh linalg_eigvals
    linalg_householder_product linalg_inv_ex linalg_ldl_factor linalg_ldl_factor_ex linalg_lu
    linalg_lu_factor linalg_lu_factor_ex linalg_matmul linalg_matrix_norm linalg_matrix_power
    linalg_matrix_rank linalg_multi_dot linalg_norm linalg_pinv linalg_qr linalg_slogdet
    linalg_solve_ex linalg_solve_triangular linalg_svd linalg_tensorinv linalg_tensorsolve
    linalg_vecdot linspace logcumsumexp logsigmoid logspace logsumexp lu_unpack masked_select
    matmul matrix_power max mean median min mkldnn_adaptive_avg_pool2d mode multinomial mvlgamma
    nan_to_num nanmean nanmedian nanquantile nansum narrow_copy native_batch_norm nonzero normal
    nuclear_norm ones orgqr ormqr permute_copy polar polygamma prod qr quantile rand randint
    randn randperm range saddmm scatter_reduce searchsorted select_copy signbit slice_copy
    slogdet sort special_gammainc special_gammaincc special_logsumexp special_multigammaln
    special_polygamma split_copy split_with_sizes_copy squeeze_copy sspaddmm std sum svd symeig
    t_copy take threshold topk transpose_copy triangular_solve unbind_copy unfold_copy
    unsqueeze_copy values_copy var vdot view_as_complex_copy view_as_real_copy view_copy where
    zeros`,
};

/** By the title that messages give the function. */
export const outChecks: ReadonlyMap<string, OutCheck | 'other'> = new Map(
  Object.entries(names).flatMap(([check, titles]) =>
    titles
      .trim()
      .split(/\s+/)
      .map((title) => [title, check as OutCheck | 'other'] as const),
  ),
);
