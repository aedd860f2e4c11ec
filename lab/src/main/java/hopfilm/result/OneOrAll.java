package hopfilm.result;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a list in JSON: a single element stands alone, without brackets. */
@JacksonAnnotationsInside
@JsonFormat(
    with = {
      JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
      JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
    })
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface OneOrAll {}
