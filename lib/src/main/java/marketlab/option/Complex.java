package marketlab.option;

/** A complex number. */
record Complex(double re, double im) {

    static Complex real(double re) {
        return new Complex(re, 0);
    }

    Complex plus(Complex z) {
        return new Complex(re + z.re, im + z.im);
    }

    Complex minus(Complex z) {
        return new Complex(re - z.re, im - z.im);
    }

    Complex times(Complex z) {
        return new Complex(re * z.re - im * z.im, re * z.im + im * z.re);
    }

    Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    Complex over(Complex z) {
        double square = z.re * z.re + z.im * z.im;
        return new Complex((re * z.re + im * z.im) / square, (im * z.re - re * z.im) / square);
    }

    Complex exp() {
        double size = StrictMath.exp(re);
        SineCosine angle = new SineCosine();
        angle.set(im);
        return new Complex(size * angle.cos, size * angle.sin);
    }

    Complex log() {
        return new Complex(StrictMath.log(StrictMath.hypot(re, im)), StrictMath.atan2(im, re));
    }

    /** The logarithm of 1 + this, which keeps the digits of a small number. */
    Complex log1p() {
        if (StrictMath.hypot(re, im) > 0.5) {
            return plus(real(1)).log();
        }
        return new Complex(0.5 * StrictMath.log1p(re * (2 + re) + im * im), StrictMath.atan2(im, 1 + re));
    }

    /** The square root whose real part is not negative. */
    Complex sqrt() {
        double size = StrictMath.hypot(re, im);
        double larger = Math.sqrt(0.5 * (size + Math.abs(re)));
        if (larger == 0) {
            return this;
        }
        double smaller = 0.5 * Math.abs(im) / larger;
        return re >= 0
                ? new Complex(larger, Math.copySign(smaller, im))
                : new Complex(smaller, Math.copySign(larger, im));
    }
}
