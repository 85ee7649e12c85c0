package org.tallyroom.vision;

import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.openblas.presets.openblas;

/**
 * For Linux: OpenCV's Java binding after the modules it is linked with, each after those it needs, as
 * {@code readelf -d} shows them. The presets' own {@code opencv_java} also loads the module that opens windows, and
 * with it GTK 2, which a machine without a desktop does not have; elsewhere that module needs only the system.
 */
@Properties(
        inherit = openblas.class,
        value =
                @Platform(
                        library = "opencv_java",
                        preloadresource = "/org/bytedeco/opencv/",
                        preload = {
                            "opencv_core@.413",
                            "opencv_flann@.413",
                            "opencv_imgproc@.413",
                            "opencv_features2d@.413",
                            "opencv_calib3d@.413",
                            "opencv_dnn@.413",
                            "opencv_objdetect@.413",
                            "opencv_aruco@.413",
                            "opencv_video@.413",
                            "opencv_bgsegm@.413",
                            "opencv_bioinspired@.413",
                            "opencv_dnn_superres@.413",
                            "opencv_face@.413",
                            "opencv_img_hash@.413",
                            "opencv_imgcodecs@.413",
                            "opencv_ml@.413",
                            "opencv_phase_unwrapping@.413",
                            "opencv_photo@.413",
                            "opencv_plot@.413",
                            "opencv_saliency@.413",
                            "opencv_structured_light@.413",
                            "opencv_text@.413",
                            "opencv_tracking@.413",
                            "opencv_videoio@.413",
                            "opencv_wechat_qrcode@.413",
                            "opencv_xfeatures2d@.413",
                            "opencv_ximgproc@.413",
                            "opencv_xphoto@.413"
                        }))
final class LinuxOpenCv {

    private LinuxOpenCv() {}
}
